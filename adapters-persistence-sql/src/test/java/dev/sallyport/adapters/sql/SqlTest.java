package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.StoreUnavailableException;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "53100", "HYT00", "HY000", "90098", ""})
    void whateverADatabaseMaySufferIsAnOutage(String state) {
        assertThatThrownBy(() -> Sql.ask(() -> fail(state))).isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0A000", "07001", "22001", "23502", "42S02"})
    void aWrongStatementIsThrownOn(String state) {
        assertThatThrownBy(() -> Sql.ask(() -> fail(state))).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> Sql.insert(() -> fail(state))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsNoFailureOfTheDatabaseIsThrownOn() {
        IllegalStateException bug = new IllegalStateException("A bug");

        assertThatThrownBy(() -> Sql.ask(() -> {
                    throw bug;
                }))
                .isSameAs(bug);
    }

    @Test
    void aUniqueConstraintThatRefusesIsAnAnswer() {
        assertThat(Sql.insert(() -> fail("23505"))).isFalse();
        assertThat(Sql.update(() -> fail("23505"))).isInstanceOf(Written.Refused.class);
    }

    @Test
    void aStatementThatWasUndoneToEndADeadlockIsRunAgain() {
        Iterator<String> states = List.of("40001", "40P01").iterator();

        int answer = Sql.ask(() -> states.hasNext() ? fail(states.next()) : 42);

        assertThat(answer).isEqualTo(42);
    }

    @Test
    void aStatementThatIsUndoneAgainAndAgainIsAnOutage() {
        assertThatThrownBy(() -> Sql.ask(() -> fail("40001"))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void anAttemptWithoutAnAnswerIsRepeated() {
        Iterator<Optional<String>> answers =
                List.of(Optional.<String>empty(), Optional.of("answer")).iterator();

        assertThat(Sql.decide(answers::next)).isEqualTo("answer");
    }

    @Test
    void anAttemptThatNeverHasAnAnswerEnds() {
        assertThatThrownBy(() -> Sql.decide(Optional::empty)).isInstanceOf(StoreUnavailableException.class);
    }

    private static int fail(String state) {
        throw new DataAccessException("Failed", new SQLException("Failed", state));
    }
}
