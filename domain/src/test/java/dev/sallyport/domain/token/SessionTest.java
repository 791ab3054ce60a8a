package dev.sallyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.token.Session.Rotation;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionTest {

    private static final SessionPolicy POLICY = SessionPolicy.DEFAULT;
    private static final User ADA = Ada.account();

    private final Session started = Session.start(ADA, Ada.LAPTOP, POLICY, Ada.NOON, Ada.RANDOM);

    @Test
    void beginsInItsFirstGenerationAndIdlesFromNow() {
        assertThat(started.generation()).isEqualTo(1);
        assertThat(started.user()).isEqualTo(ADA.id());
        assertThat(started.credentialsVersion()).isEqualTo(ADA.credentials().version());
        assertThat(started.createdAt()).isEqualTo(Ada.NOON);
        assertThat(started.lastUsedAt()).isEqualTo(Ada.NOON);
        assertThat(started.expiresAt()).isEqualTo(Ada.NOON.plus(POLICY.idle()));
    }

    @Test
    void hasASaltThatNoOtherSessionHas() {
        Session another = Session.start(ADA, Ada.LAPTOP, POLICY, Ada.NOON, Ada.RANDOM);

        assertThat(another.salt()).isNotEqualTo(started.salt());
        assertThat(another.id()).isNotEqualTo(started.id());
    }

    @Test
    void hasAnIdThatEndsLikeItsOwnersAndNobodyElses() {
        String owner = ADA.id().toString();

        assertThat(started.id().toString()).endsWith(owner.substring(33)).doesNotEndWith(owner.substring(24));
        assertThat(started.id().shard()).isEqualTo(SessionId.shard(ADA.id())).isEqualTo(owner.substring(33));
    }

    @Test
    void cannotHaveAnIdThatEndsOtherwise() {
        UserId neighbour = new UserId(new UUID(0, ADA.id().value().getLeastSignificantBits() + 1));

        assertThatIllegalArgumentException().isThrownBy(() -> ownedBy(neighbour));
    }

    /** The session is in generation 5, was last used at noon and idles for an hour; times are milliseconds after noon. */
    @ParameterizedTest(name = "generation {0}, grace {1} ms, at {2} ms: {3}")
    @CsvSource(textBlock = """
            presented,            grace, at,      outcome
            # the current one
            5,                    10000, 0,       Rotated
            5,                    10000, 1,       Rotated
            5,                    10000, 3599999, Rotated
            5,                    0,     0,       Rotated
            # a clock on another node that is behind
            5,                    10000, -1,      Rotated
            4,                    10000, -1,      Replayed
            3,                    10000, -1,      Reused
            # the one before, inside the grace window
            4,                    10000, 0,       Replayed
            4,                    10000, 9999,    Replayed
            4,                    1,     0,       Replayed
            # the one before, from the end of the window on
            4,                    10000, 10000,   Reused
            4,                    10000, 10001,   Reused
            4,                    10000, 3599999, Reused
            4,                    1,     1,       Reused
            # the one before, where there is no window
            4,                    0,     0,       Reused
            4,                    0,     1,       Reused
            # two back and more, in the same millisecond too
            3,                    10000, 0,       Reused
            3,                    10000, 9999,    Reused
            3,                    0,     0,       Reused
            2,                    10000, 0,       Reused
            1,                    10000, 0,       Reused
            0,                    10000, 0,       Reused
            -9223372036854775808, 10000, 0,       Reused
            # one that has not been
            6,                    10000, 0,       Reused
            9223372036854775807,  10000, 0,       Reused
            # whatever it is, once the session has expired
            6,                    10000, 3600000, Expired
            5,                    10000, 3600000, Expired
            5,                    10000, 3600001, Expired
            4,                    10000, 3600000, Expired
            3,                    10000, 3600000, Expired
            # a window longer than the session idles does not reach beyond its end
            4,                  7200000, 3599999, Replayed
            4,                  7200000, 3600000, Expired
            """, useHeadersInDisplayName = true)
    void isWorthWhatTheTableSays(long presented, long grace, long at, String outcome) {
        Duration hour = Duration.ofHours(1);
        SessionPolicy policy = new SessionPolicy(hour, Duration.ofDays(30), Duration.ofMillis(grace), 20);
        Session session = inGeneration5(Ada.NOON, Ada.NOON.plus(hour));

        Rotation rotation = session.rotate(presented, Ada.PHONE, policy, Ada.NOON.plusMillis(at));

        assertThat(rotation.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void rotatesIntoTheNextGenerationAndKeepsWhatItIs() {
        Instant later = Ada.NOON.plusSeconds(600);

        Session next = rotated(started, later);

        assertThat(next)
                .isEqualTo(new Session(
                        started.id(),
                        started.user(),
                        2,
                        started.salt(),
                        started.credentialsVersion(),
                        Ada.PHONE,
                        started.createdAt(),
                        later,
                        later.plus(POLICY.idle())));
    }

    @Test
    void rotatesWithinOneMillisecond() {
        Session next = rotated(rotated(started, Ada.NOON), Ada.NOON);

        assertThat(next.generation()).isEqualTo(3);
        assertThat(next.rotate(1, Ada.PHONE, POLICY, Ada.NOON)).isInstanceOf(Rotation.Reused.class);
        assertThat(next.rotate(2, Ada.PHONE, POLICY, Ada.NOON)).isInstanceOf(Rotation.Replayed.class);
    }

    @Test
    void keepsTheCredentialsVersionItCountsUnder() {
        Session carriedOver = started.under(7);

        assertThat(rotated(carriedOver, Ada.NOON).credentialsVersion()).isEqualTo(7);
        assertThat(carriedOver.under(started.credentialsVersion())).isEqualTo(started);
    }

    @Test
    void neverLivesBeyondItsAbsoluteEndHoweverOftenItIsRotated() {
        Instant end = started.createdAt().plus(POLICY.absolute());
        Session session = started;
        Instant now = Ada.NOON;

        while (!session.isExpired(now)) {
            session = rotated(session, now);
            assertThat(session.expiresAt()).isBeforeOrEqualTo(end);
            now = now.plus(Duration.ofDays(3));
        }

        assertThat(session.expiresAt()).isEqualTo(end);
        assertThat(session.rotate(session.generation(), Ada.PHONE, POLICY, end)).isInstanceOf(Rotation.Expired.class);
    }

    @Test
    void isRotatedInItsLastMillisecondForOneMillisecondMore() {
        Instant end = started.createdAt().plus(POLICY.absolute());
        Session old = inGeneration5(end.minus(POLICY.absolute()), end);

        Session next = rotated(old, end.minusMillis(1));

        assertThat(next.expiresAt()).isEqualTo(end);
        assertThat(next.isExpired(end)).isTrue();
    }

    @Test
    void endsAtTheInstantItSays() {
        assertThat(started.isExpired(started.expiresAt().minusMillis(1))).isFalse();
        assertThat(started.isExpired(started.expiresAt())).isTrue();
    }

    @Test
    void hasNoTimeLeftOnceItIsOverRatherThanLessThanNone() {
        assertThat(started.remaining(Ada.NOON)).isEqualTo(POLICY.idle());
        assertThat(started.remaining(started.expiresAt())).isZero();
        assertThat(started.remaining(started.expiresAt().plusSeconds(1))).isZero();
    }

    private Session ownedBy(UserId user) {
        return new Session(
                started.id(), user, 1, started.salt(), 1, Ada.LAPTOP, Ada.NOON, Ada.NOON, started.expiresAt());
    }

    private Session inGeneration5(Instant createdAt, Instant expiresAt) {
        return new Session(
                started.id(), started.user(), 5, started.salt(), 1, Ada.LAPTOP, createdAt, Ada.NOON, expiresAt);
    }

    private static Session rotated(Session session, Instant at) {
        Rotation rotation = session.rotate(session.generation(), Ada.PHONE, POLICY, at);
        return ((Rotation.Rotated) rotation).next();
    }
}
