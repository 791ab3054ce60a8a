package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.RefreshSession.Result.Invalid;
import dev.sallyport.application.token.RefreshSession.Result.Refreshed;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.RefreshToken;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.RepeatedTest;

final class RefreshRaceTest {

    private static final int RUNNERS = 64;

    @RepeatedTest(10)
    void ofManyRefreshesOfOneTokenOneRotatesAndAllGetTheSameSuccessor() {
        House house = new House();
        SignedIn signedIn = house.signIn(house.moveIn(People.ada()));

        List<SignedIn> refreshed = Race.of(RUNNERS, number -> house.refresh(signedIn));

        assertThat(refreshed.stream().map(SignedIn::refreshToken).distinct()).hasSize(1);
        assertThat(refreshed).allMatch(house::letsIn);
        assertThat(house.sessions.find(signedIn.session().id()))
                .hasValueSatisfying(session -> assertThat(session.generation()).isEqualTo(2));
        assertThat(house.journal.events(AuditType.SESSION_REFRESHED)).hasSize(1);
        assertThat(house.journal.events(AuditType.SESSION_REFRESH_REPLAYED)).hasSize(RUNNERS - 1);
        assertThat(house.refresh(refreshed.getFirst()).session().generation()).isEqualTo(3);
    }

    @RepeatedTest(10)
    void withoutAGraceWindowOneRotatesAndTheOthersEndTheSession() {
        House house = new House(new SessionPolicy(Duration.ofDays(7), Duration.ofDays(30), Duration.ZERO, 20));
        User ada = house.moveIn(People.ada());
        SignedIn signedIn = house.signIn(ada);
        SignedIn elsewhere = house.signIn(ada, People.PHONE);

        List<RefreshSession.Result> results = Race.of(RUNNERS, number -> house.tryToRefresh(signedIn));

        assertThat(results).filteredOn(Refreshed.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Invalid.class::isInstance).hasSize(RUNNERS - 1);
        assertThat(house.letsIn(signedIn)).isFalse();
        assertThat(house.letsIn(elsewhere)).isTrue();
    }

    @RepeatedTest(20)
    void nothingLivesOnceSigningOutHasReturnedHoweverManyRefreshAtThatMoment() {
        House house = new House();
        SignedIn signedIn = house.signIn(house.moveIn(People.ada()));
        Queue<SignedIn> obtained = new ConcurrentLinkedQueue<>(List.of(signedIn));

        Race.run(RUNNERS + 1, number -> {
            if (number == RUNNERS / 2) {
                house.signOut(signedIn);
                assertThat(house.letsIn(signedIn)).isFalse();
                assertThat(house.tryToRefresh(signedIn)).isEqualTo(new Invalid());
            } else {
                refreshAsOftenAsPossible(house, signedIn, obtained);
            }
        });

        assertThat(obtained).noneMatch(house::letsIn);
        assertThat(obtained)
                .allSatisfy(one -> assertThat(house.tryToRefresh(one)).isEqualTo(new Invalid()));
    }

    /** At most ten times, each with what came of the last. */
    private static void refreshAsOftenAsPossible(House house, SignedIn first, Queue<SignedIn> obtained) {
        RefreshToken token = first.refreshToken();
        for (int i = 0; i < 10; i++) {
            if (!(house.refreshSession.refresh(token, People.PHONE) instanceof Refreshed(SignedIn next))) {
                return;
            }
            obtained.add(next);
            token = next.refreshToken();
        }
    }
}
