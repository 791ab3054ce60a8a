package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people may do about where they are signed in: list, end one, end all but this one. */
final class MySessionsTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn somebodyElse = house.signIn(house.moveIn(People.grace()));
    private final SignedIn phone = house.signIn(ada, People.PHONE);

    private Caller.InSession caller = new Caller.InSession(phone.session());
    private SignedIn laptop = phone;

    @BeforeEach
    void signInOnTheLaptopAMillisecondLater() {
        house.clock.step(Duration.ofMillis(1));
        laptop = house.signIn(ada);
        caller = house.caller(laptop);
    }

    @Test
    void mySessionsAreListedNewestFirst() {
        ListSessions.Result result = house.listSessions.list(caller);

        assertThat(result).isEqualTo(listed(laptop.session(), phone.session()));
    }

    @Test
    void aSessionPastItsTimeIsNotListed() {
        house.clock.step(SessionPolicy.DEFAULT.idle().minusMillis(1));

        ListSessions.Result result = house.listSessions.list(caller);

        assertThat(result).isEqualTo(listed(laptop.session()));
    }

    @Test
    void aSessionThatIsNotHonouredIsNotListed() {
        house.sessions.replace(phone.session(), phone.session().under(0));

        ListSessions.Result result = house.listSessions.list(caller);

        assertThat(result).isEqualTo(listed(laptop.session()));
    }

    @Test
    void oneSessionIsEndedAndTheOthersLiveOn() {
        EndSession.Result result = house.endSession.end(caller, phone.session().id(), People.LAPTOP);

        assertThat(result).isEqualTo(new EndSession.Result.Ended());
        assertThat(house.letsIn(phone)).isFalse();
        assertThat(house.letsIn(laptop)).isTrue();
        assertThat(house.journal.only(AuditType.SESSION_ENDED).details())
                .isEqualTo(Map.of(
                        "reason",
                        "ended_by_owner",
                        "ended_session",
                        phone.session().id().toString()));
    }

    @Test
    void oneMayEndTheSessionOneIsIn() {
        EndSession.Result result = house.endSession.end(caller, laptop.session().id(), People.LAPTOP);

        assertThat(result).isEqualTo(new EndSession.Result.Ended());
        assertThat(house.letsIn(laptop)).isFalse();
    }

    @Test
    void somebodyElsesSessionLooksLikeOneThatNeverWas() {
        SessionId unheardOf = SessionId.next(caller.session().user(), house.clock.instant(), People.RANDOM);

        assertThat(house.endSession.end(caller, somebodyElse.session().id(), People.LAPTOP))
                .isEqualTo(new EndSession.Result.NotFound());
        assertThat(house.endSession.end(caller, unheardOf, People.LAPTOP)).isEqualTo(new EndSession.Result.NotFound());
        assertThat(house.letsIn(somebodyElse)).isTrue();
        assertThat(house.journal.events(AuditType.SESSION_ENDED)).isEmpty();
    }

    @Test
    void allOthersAreEndedAndTheOneIAmInLivesOn() {
        EndOtherSessions.Result result = house.endOtherSessions.end(caller, People.LAPTOP);

        assertThat(result).isEqualTo(new EndOtherSessions.Result.Ended());
        assertThat(house.letsIn(phone)).isFalse();
        assertThat(house.letsIn(laptop)).isTrue();
        assertThat(house.refresh(laptop).session().generation()).isEqualTo(2);
        assertThat(house.letsIn(somebodyElse)).isTrue();
        assertThat(house.journal.only(AuditType.SESSION_ENDED).details())
                .isEqualTo(Map.of("reason", "others_ended_by_owner", "ended", "1"));
    }

    private static ListSessions.Result listed(Session... sessions) {
        return new ListSessions.Result.Listed(List.of(sessions));
    }
}
