package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.VerifyAccess.Result.Expired;
import dev.sallyport.application.token.VerifyAccess.Result.Granted;
import dev.sallyport.application.token.VerifyAccess.Result.Refused;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class VerifyAccessTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn signedIn = house.signIn(ada);

    @Test
    void aTokenOfALiveSessionSaysWhoCalls() {
        VerifyAccess.Result result = house.verifyAccess.verify(signedIn.accessToken());

        assertThat(result).isEqualTo(new Granted(new Caller.InSession(signedIn.session())));
    }

    @Test
    void aTokenStaysGoodWhenItsSessionIsRefreshed() {
        SignedIn refreshed = house.refresh(signedIn);

        assertThat(house.caller(signedIn)).isEqualTo(new Caller.InSession(refreshed.session()));
    }

    @Test
    void aTokenWhoseTimeHasPassedIsExpiredThoughItsSessionLives() {
        house.clock.step(House.ACCESS_LIFETIME.plusSeconds(30));

        assertThat(house.verifyAccess.verify(signedIn.accessToken())).isEqualTo(new Expired());
    }

    @Test
    void aTokenThatIsNotOursIsRefused() {
        assertThat(house.verifyAccess.verify(new AccessToken("forged"))).isEqualTo(new Refused());
    }

    @Test
    void aTokenOfASessionThatEndedIsRefused() {
        house.sessions.end(signedIn.session().id(), ada.id());

        assertThat(house.verifyAccess.verify(signedIn.accessToken())).isEqualTo(new Refused());
    }

    @Test
    void aTokenOfASessionPastItsTimeIsRefusedThoughNobodySweptIt() {
        Duration idle = Duration.ofMinutes(1);
        House hasty = new House(new SessionPolicy(idle, idle, Duration.ZERO, 20));
        SignedIn brief = hasty.signIn(hasty.moveIn(People.ada()));

        hasty.clock.step(idle.minusMillis(1));
        boolean before = hasty.letsIn(brief);
        hasty.clock.step(Duration.ofMillis(1));

        assertThat(before).isTrue();
        assertThat(hasty.verifyAccess.verify(brief.accessToken())).isEqualTo(new Refused());
        assertThat(hasty.sessions.find(brief.session().id())).isPresent();
    }

    @Test
    void aTokenThatNamesSomebodyElsesSessionIsRefused() {
        User grace = house.moveIn(People.grace());

        assertThat(house.verifyAccess.verify(
                        issuedTo(grace.id(), signedIn.session().id())))
                .isEqualTo(new Refused());
    }

    @Test
    void aTokenThatNamesASessionThatNeverWasIsRefused() {
        SessionId unheardOf = SessionId.next(ada.id(), house.clock.instant(), People.RANDOM);

        assertThat(house.verifyAccess.verify(issuedTo(ada.id(), unheardOf))).isEqualTo(new Refused());
    }

    private AccessToken issuedTo(UserId user, SessionId session) {
        AccessClaims genuine = house.accessTokens.claims(signedIn.accessToken());
        return house.accessTokens.issue(
                new AccessClaims(genuine.id(), user, session, genuine.role(), genuine.issuedAt(), genuine.expiresAt()));
    }
}
