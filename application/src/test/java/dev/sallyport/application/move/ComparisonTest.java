package dev.sallyport.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.move.MoveHouse.Result;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a move finds when it reads both sides back. */
final class ComparisonTest {

    private final Household from = Houses.with(Belongings.of(600));
    private final Household to = Houses.empty();

    @Test
    void aRecordThatWasDroppedIsMissed() {
        Result result = move(from, Houses.withAccounts(to, new PassedOn<>(to.accounts()) {
            @Override
            public void restore(List<User> users) {
                super.restore(users.subList(0, users.size() - 1));
            }
        }));

        Comparison.Line accounts = onlyDifference(result);
        assertThat(accounts.kind()).isEqualTo(Kind.ACCOUNTS);
        assertThat(accounts.source().count()).isEqualTo(600);
        assertThat(accounts.target().count()).isEqualTo(598);
    }

    @Test
    void aRecordThatWasAlteredIsNoticed() {
        Instant cut = Belongings.NOW;
        UnaryOperator<User> altered = user -> user.lastSignInAt() == null ? user : user.signedInAt(cut);

        Result result = move(from, Houses.withAccounts(to, new PassedOn<>(to.accounts()) {
            @Override
            public void restore(List<User> users) {
                super.restore(users.stream().map(altered).toList());
            }
        }));

        Comparison.Line accounts = onlyDifference(result);
        assertThat(accounts.kind()).isEqualTo(Kind.ACCOUNTS);
        assertThat(accounts.source().count()).isEqualTo(accounts.target().count());
    }

    @Test
    void aSourceThatChangesWhileItIsReadIsNoticed() {
        Result result = move(
                Houses.withAccounts(from, new PassedOn<>(from.accounts()) {
                    @Override
                    public Stream<User> after(String after) {
                        Stream<User> asItWas = super.after(after).toList().stream();
                        from.accounts().restore(List.of(People.someone()));
                        return asItWas;
                    }
                }),
                to);

        assertThat(onlyDifference(result).kind()).isEqualTo(Kind.ACCOUNTS);
    }

    @Test
    void whatIsInTheWrongOrderIsNoticed() {
        Result result = move(from, Houses.withAccounts(to, new PassedOn<>(to.accounts()) {
            @Override
            public Stream<User> after(String after) {
                return super.after(after).toList().reversed().stream();
            }
        }));

        assertThat(onlyDifference(result).kind()).isEqualTo(Kind.ACCOUNTS);
    }

    @Test
    void sessionsThatEndWithinTenMinutesMayBeDroppedMeanwhile() {
        Result result = move(from, droppingOf(session -> session.isExpired(inTenMinutes())));

        Comparison.Line sessions = ((Result.Moved) result).comparison().lines().get(4);
        assertThat(sessions.leftOut()).isEqualTo(24);
        assertThat(sessions.source().count()).isEqualTo(600 - 24);
    }

    @Test
    void sessionsThatLastLongerMayNot() {
        Session longest = from.sessions()
                .after("")
                .filter(session -> !session.isExpired(inTenMinutes()))
                .findFirst()
                .orElseThrow();

        Result result = move(from, droppingOf(longest::equals));

        assertThat(onlyDifference(result).kind()).isEqualTo(Kind.SESSIONS);
    }

    @Test
    void whatTheSourceCountsButCannotShowIsTold() {
        Household edited = Houses.withAccounts(from, new PassedOn<>(from.accounts()) {
            @Override
            public Stream<User> after(String after) {
                return super.after(after).skip(after.isEmpty() ? 2 : 0);
            }
        });

        Result result = move(edited, to);

        assertThat(result).isInstanceOf(Result.Incomplete.class);
        assertThat(((Result.Incomplete) result).comparison().unread()).isEqualTo(2);
    }

    private Household droppingOf(Predicate<Session> dropped) {
        return Houses.withSessions(to, new PassedOn<>(to.sessions()) {
            @Override
            public void restore(List<Session> sessions) {
                super.restore(sessions.stream().filter(dropped.negate()).toList());
            }
        });
    }

    private static Instant inTenMinutes() {
        return Belongings.NOW.plus(Duration.ofMinutes(10));
    }

    private static Result move(Household from, Household to) {
        return new MoveHouse(() -> Belongings.NOW, step -> {}).move(from, to, Kind.all(), false);
    }

    private static Comparison.Line onlyDifference(Result result) {
        List<Comparison.Line> lines = ((Result.Differs) result).comparison().lines();
        assertThat(lines).filteredOn(line -> !line.isSame()).hasSize(1);
        return lines.stream().filter(line -> !line.isSame()).findFirst().orElseThrow();
    }
}
