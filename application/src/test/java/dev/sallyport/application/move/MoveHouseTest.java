package dev.sallyport.application.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.move.MoveHouse.Result;
import dev.sallyport.application.move.Progress.Stage;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.People;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Houses of 3 keys, 7 roles, 1,100 accounts, 1,100 sessions and 2,200 events: 13 batches. */
final class MoveHouseTest {

    private final Household from = Houses.with(Belongings.of(1_100));
    private final Household to = Houses.empty();
    private final List<Progress> progress = new ArrayList<>();
    private final MoveHouse moveHouse = new MoveHouse(() -> Belongings.NOW, progress::add);

    @Test
    void everythingArrivesAsItWas() {
        Result result = moveHouse.move(from, to, Kind.all(), false);

        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(Houses.contents(to)).isEqualTo(Houses.contents(from));
    }

    @Test
    void theComparisonShowsBothSidesOfEveryKind() {
        Comparison comparison = ((Result.Moved) moveHouse.move(from, to, Kind.all(), false)).comparison();

        assertThat(comparison.lines()).extracting(Comparison.Line::kind).containsExactlyElementsOf(Kind.all());
        assertThat(comparison.lines())
                .extracting(line -> line.source().count() + line.leftOut())
                .containsExactly(3L, 7L, 1_100L, 220L, 1_100L, 220L, 2_200L, 1L);
        assertThat(comparison.lines())
                .extracting(line -> line.target().sha256())
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void anEmptySourceIsTakenForAMistake() {
        Result result = moveHouse.move(Houses.empty(), to, Kind.all(), false);

        assertThat(result).isInstanceOf(Result.SourceEmpty.class);
    }

    @Test
    void aSourceMayLackSomeKinds() {
        Household newborn = Houses.empty();
        newborn.roles().restore(BuiltInRoles.all());

        Result result = moveHouse.move(newborn, to, Kind.all(), false);

        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(Houses.contents(to)).isEqualTo(Houses.contents(newborn));
    }

    @Test
    void onlyTheKindsThatAreAskedForAreMoved() {
        Result result = moveHouse.move(from, to, List.of(Kind.SESSIONS), false);

        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(to.sessions().count()).isEqualTo(1_100);
        assertThat(to.accounts().count()).isZero();
    }

    @Test
    void recordsAreWrittenInTheOrderOfTheirIdsAndFewAtATime() {
        List<String> written = new ArrayList<>();
        List<Integer> batches = new ArrayList<>();
        Household watched = Houses.watched(to, batch -> {
            batches.add(batch.size());
            batch.forEach(one -> {
                if (one instanceof User user) {
                    written.add(user.id().toString());
                }
            });
        });

        moveHouse.move(from, watched, Kind.all(), false);

        assertThat(written).hasSize(1_100).isSorted();
        assertThat(batches).hasSize(16).allMatch(size -> size <= MoveHouse.BATCH);
    }

    @Test
    void aTargetThatHasAnythingIsRefusedAndLeftAsItIs() {
        to.accounts().restore(List.of(People.ada(), People.grace()));

        Result result = moveHouse.move(from, to, Kind.all(), false);

        assertThat(((Result.TargetNotEmpty) result).counts())
                .containsEntry(Kind.ACCOUNTS, 2L)
                .containsEntry(Kind.KEYS, 0L);
        assertThat(to.accounts().count()).isEqualTo(2);
        assertThat(to.keys().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void aMoveThatWasInterruptedAtAnyBatchIsResumed(int last) {
        Household breaking = Houses.watched(to, interruptedAfter(last));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> moveHouse.move(from, breaking, Kind.all(), false));

        Result result = moveHouse.move(from, to, Kind.all(), true);

        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(Houses.contents(to)).isEqualTo(Houses.contents(from));
    }

    @Test
    void aMoveThatIsOverMayBeRepeated() {
        moveHouse.move(from, to, Kind.all(), false);

        Result result = moveHouse.move(from, to, Kind.all(), true);

        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(Houses.contents(to)).isEqualTo(Houses.contents(from));
    }

    @Test
    void whatDoesNotFitBesideTheTargetsOwnIsNamed() {
        User mine = from.accounts().after("").findFirst().orElseThrow();
        to.accounts().restore(List.of(People.person(mine.email().value(), "somebody.else", "Somebody Else")));

        Result result = moveHouse.move(from, to, Kind.all(), true);

        assertThat(result)
                .isEqualTo(new Result.DoesNotFit(
                        Kind.ACCOUNTS, "Account " + mine.id() + " cannot be restored: EMAIL_TAKEN"));
    }

    @Test
    void progressIsToldForEveryBatchOfEveryStage() {
        moveHouse.move(from, to, Kind.all(), false);

        assertThat(progress).hasSize(16 * Stage.values().length);
        assertThat(progress)
                .filteredOn(step -> step.kind() == Kind.ACCOUNTS && step.stage() == Stage.COPYING)
                .containsExactly(
                        new Progress(Stage.COPYING, Kind.ACCOUNTS, 500, 1_100),
                        new Progress(Stage.COPYING, Kind.ACCOUNTS, 1_000, 1_100),
                        new Progress(Stage.COPYING, Kind.ACCOUNTS, 1_100, 1_100));
        assertThat(progress).last().isEqualTo(new Progress(Stage.READING_TARGET, Kind.CHECKPOINTS, 1, 1));
    }

    private static Consumer<List<?>> interruptedAfter(int last) {
        AtomicInteger batches = new AtomicInteger();
        return batch -> {
            if (batches.getAndIncrement() == last) {
                throw new StoreUnavailableException("The target", new IOException("cut"));
            }
        };
    }
}
