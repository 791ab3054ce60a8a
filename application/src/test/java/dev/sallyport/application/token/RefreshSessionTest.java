package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.RefreshSession.Result.Invalid;
import dev.sallyport.application.token.RefreshSession.Result.Refreshed;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.token.RefreshToken;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefreshSessionTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn signedIn = house.signIn(ada);

    @Test
    void aRefreshTokenIsTradedForTheNextPair() {
        house.clock.step(Duration.ofMinutes(14));

        SignedIn refreshed = house.refresh(signedIn);

        assertThat(refreshed.refreshToken()).isNotEqualTo(signedIn.refreshToken());
        assertThat(refreshed.accessToken()).isNotEqualTo(signedIn.accessToken());
        assertThat(refreshed.accessExpiresIn()).isEqualTo(House.ACCESS_LIFETIME);
        assertThat(refreshed.refreshExpiresIn()).isEqualTo(SessionPolicy.DEFAULT.idle());
        assertThat(house.letsIn(refreshed)).isTrue();
    }

    @Test
    void theSessionGoesOnWithWhereItWasLastSeen() {
        house.clock.step(Duration.ofMinutes(14));

        SignedIn refreshed = house.refresh(signedIn);

        assertThat(refreshed.session().id()).isEqualTo(signedIn.session().id());
        assertThat(refreshed.session().generation()).isEqualTo(2);
        assertThat(refreshed.session().origin()).isEqualTo(People.PHONE);
        assertThat(refreshed.session().lastUsedAt()).isEqualTo(house.clock.instant());
        assertThat(stored()).isEqualTo(refreshed.session());
    }

    @Test
    void aRefreshIsAudited() {
        house.refresh(signedIn);

        assertThat(house.journal.only(AuditType.SESSION_REFRESHED).session())
                .isEqualTo(signedIn.session().id());
    }

    @Test
    void aSessionCanBeRefreshedTimeAndAgainWithinOneMillisecond() {
        SignedIn latest = signedIn;
        for (int i = 0; i < 20; i++) {
            latest = house.refresh(latest);
        }

        assertThat(latest.session().generation()).isEqualTo(21);
    }

    @Test
    void theNextAccessTokenSaysWhatRoleSomebodyHasNow() {
        house.put(ada, RoleName.MODERATOR);

        SignedIn refreshed = house.refresh(signedIn);

        assertThat(house.accessTokens.claims(refreshed.accessToken()).role().name())
                .isEqualTo(RoleName.MODERATOR);
    }

    @Test
    void theTokenBeforeGetsTheSameSuccessorAgainInsideTheGraceWindow() {
        SignedIn lost = house.refresh(signedIn);
        Session written = stored();
        house.clock.step(Duration.ofMillis(9_999));

        SignedIn again = house.refresh(signedIn);

        assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
        assertThat(stored()).isEqualTo(written);
        assertThat(house.letsIn(again)).isTrue();
        assertThat(house.journal.events(AuditType.SESSION_REFRESH_REPLAYED)).hasSize(1);
        assertThat(house.journal.events(AuditType.SESSION_REFRESHED)).hasSize(1);
    }

    @Test
    void whoGotTheSuccessorTwiceGoesOnWithEither() {
        house.refresh(signedIn);
        SignedIn again = house.refresh(signedIn);

        SignedIn next = house.refresh(again);

        assertThat(next.session().generation()).isEqualTo(3);
    }

    @Test
    void theTokenBeforeEndsTheSessionOnceTheGraceWindowIsOver() {
        SignedIn current = house.refresh(signedIn);
        house.clock.step(SessionPolicy.DEFAULT.grace());

        RefreshSession.Result result = house.tryToRefresh(signedIn);

        assertThat(result).isEqualTo(new Invalid());
        assertThatNothingIsLeftOf(current);
        assertThat(house.journal.only(AuditType.SESSION_REFRESH_REUSED).details())
                .isEqualTo(Map.of("reason", "reuse"));
    }

    @Test
    void whereThereIsNoGraceWindowTheTokenBeforeEndsTheSessionAtOnce() {
        House strict = new House(new SessionPolicy(Duration.ofDays(7), Duration.ofDays(30), Duration.ZERO, 20));
        SignedIn first = strict.signIn(strict.moveIn(People.ada()));
        SignedIn second = strict.refresh(first);

        RefreshSession.Result result = strict.tryToRefresh(first);

        assertThat(result).isEqualTo(new Invalid());
        assertThat(strict.letsIn(second)).isFalse();
        assertThat(strict.tryToRefresh(second)).isEqualTo(new Invalid());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9_999, 10_000, 3_600_000})
    void aTokenTwoGenerationsBackEndsItsSessionAndNoOther(long millis) {
        SignedIn onThePhone = house.signIn(ada, People.PHONE);
        SignedIn somebodyElse = house.signIn(house.moveIn(People.grace()));
        SignedIn current = house.refresh(house.refresh(signedIn));
        house.clock.step(Duration.ofMillis(millis));

        RefreshSession.Result result = house.tryToRefresh(signedIn);

        assertThat(result).isEqualTo(new Invalid());
        assertThatNothingIsLeftOf(current);
        assertThat(house.tryToRefresh(onThePhone)).isInstanceOf(Refreshed.class);
        assertThat(house.tryToRefresh(somebodyElse)).isInstanceOf(Refreshed.class);
        assertThat(house.journal.only(AuditType.SESSION_REFRESH_REUSED).session())
                .isEqualTo(signedIn.session().id());
    }

    @Test
    void aForgedTokenIsInvalidAndEndsNothing() {
        RefreshTokens strangers = new RefreshTokens(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));

        RefreshSession.Result result = house.refreshSession.refresh(strangers.of(signedIn.session()), People.PHONE);

        assertThat(result).isEqualTo(new Invalid());
        assertThat(house.letsIn(signedIn)).isTrue();
        assertThat(house.tryToRefresh(signedIn)).isInstanceOf(Refreshed.class);
    }

    @Test
    void aTokenOfASessionThatNeverWasIsInvalid() {
        Session unheardOf =
                Session.start(ada, People.LAPTOP, SessionPolicy.DEFAULT, house.clock.instant(), People.RANDOM);

        RefreshSession.Result result = house.refreshSession.refresh(house.refreshTokens.of(unheardOf), People.PHONE);

        assertThat(result).isEqualTo(new Invalid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void nonsenseIsInvalidAndAsksNoStore(String text) {
        List<String> calls =
                house.wire.during(() -> assertThat(house.refreshSession.refresh(new RefreshToken(text), People.PHONE))
                        .isEqualTo(new Invalid()));

        assertThat(calls).isEmpty();
    }

    @Test
    void anExpiredSessionIsInvalidAndGone() {
        house.clock.step(SessionPolicy.DEFAULT.idle());

        RefreshSession.Result result = house.tryToRefresh(signedIn);

        assertThat(result).isEqualTo(new Invalid());
        assertThat(house.sessions.find(signedIn.session().id())).isEmpty();
        assertThat(house.journal.only(AuditType.SESSION_REFRESH_FAILED).details())
                .isEqualTo(Map.of("reason", "expired"));
    }

    @Test
    void aSessionEndsForGoodHoweverOftenItIsRefreshed() {
        Duration step = Duration.ofDays(6);
        SignedIn latest = signedIn;
        for (int i = 0; i < 4; i++) {
            house.clock.step(step);
            latest = house.refresh(latest);
        }
        house.clock.step(step.minusMillis(1));
        SignedIn last = house.refresh(latest);

        house.clock.step(Duration.ofMillis(1));

        assertThat(last.refreshExpiresIn()).isEqualTo(Duration.ofMillis(1));
        assertThat(house.tryToRefresh(last)).isEqualTo(new Invalid());
    }

    @ParameterizedTest
    @EnumSource(value = UserStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void anAccountThatMayNotBeUsedRefreshesNothing(UserStatus status) {
        house.put(ada, status);

        assertThat(house.tryToRefresh(signedIn)).isEqualTo(new Invalid());
        assertThat(house.journal.only(AuditType.SESSION_REFRESH_FAILED).details())
                .isEqualTo(Map.of("reason", "revoked"));
    }

    @Test
    void aReplayIsRefusedToAnAccountThatMayNotBeUsedAnyMore() {
        house.refresh(signedIn);
        house.put(ada, UserStatus.SUSPENDED);

        assertThat(house.tryToRefresh(signedIn)).isEqualTo(new Invalid());
    }

    @Test
    void aSessionOfAnAccountThatIsNotThereIsInvalid() {
        Session orphan = Session.start(
                People.someone(), People.LAPTOP, SessionPolicy.DEFAULT, house.clock.instant(), People.RANDOM);
        house.sessions.add(orphan, 20);

        assertThat(house.refreshSession.refresh(house.refreshTokens.of(orphan), People.PHONE))
                .isEqualTo(new Invalid());
    }

    @Test
    void whoFindsTheRotationDoneGetsWhatTheWinnerGot() {
        Winner winner = new Winner();
        house.wire.justBefore(
                "SessionStore.replace",
                () -> winner.got = house.refresh(signedIn).refreshToken());

        SignedIn loser = house.refresh(signedIn);

        assertThat(loser.refreshToken()).isEqualTo(winner.got);
        assertThat(stored().generation()).isEqualTo(2);
    }

    private Session stored() {
        return house.sessions.find(signedIn.session().id()).orElseThrow();
    }

    private void assertThatNothingIsLeftOf(SignedIn current) {
        assertThat(house.letsIn(current)).isFalse();
        assertThat(house.tryToRefresh(current)).isEqualTo(new Invalid());
        assertThat(house.sessions.find(current.session().id())).isEmpty();
    }

    private static final class Winner {
        private RefreshToken got = new RefreshToken("nothing yet");
    }
}
