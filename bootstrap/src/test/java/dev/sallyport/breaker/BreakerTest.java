package dev.sallyport.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.testkit.SteppingClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BreakerTest {

    private static final BreakerSettings SETTINGS = new BreakerSettings(3, Duration.ofSeconds(2), 2);

    private final SteppingClock clock = SteppingClock.fixed();
    private final Breaker breaker = new Breaker("accounts", SETTINGS, clock);
    private final Flaky store = new Flaky();
    private final RoleStore guarded = breaker.guard(RoleStore.class, store);

    @Test
    void whatTheStoreAnswersIsAnswered() {
        store.answer = List::of;

        assertThat(guarded.list()).isEmpty();
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void afterSoManyOutagesInARowTheStoreIsNotAskedAnyMore() {
        store.goAway();

        fail(3);

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(guarded::list)
                .withMessageContaining("accounts")
                .withNoCause();
        assertThat(store.asked).isEqualTo(3);
    }

    @Test
    void anAnswerInBetweenBeginsTheCountAnew() {
        store.goAway();
        fail(2);
        store.answer = List::of;
        guarded.list();
        store.goAway();

        fail(2);

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aBugIsNoOutageAndIsThrownAsItIs() {
        IllegalStateException bug = new IllegalStateException();
        store.answer = () -> {
            throw bug;
        };

        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(guarded::list)
                    .isSameAs(bug);
        }

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void whenItsTimeIsOverAFewCallsTryAndTheFirstAnswerClosesIt() {
        open();
        store.answer = List::of;
        clock.step(Duration.ofSeconds(3));

        guarded.list();

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aTrialThatFailsLeavesTheOthersTheirChance() {
        open();
        clock.step(Duration.ofSeconds(3));

        fail(1);
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        store.answer = List::of;
        guarded.list();

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void trialsThatAllFailOpenItAgain() {
        open();
        clock.step(Duration.ofSeconds(3));

        fail(2);

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        fail(1);
        assertThat(store.asked).isEqualTo(5);
    }

    @Test
    void oneBreakerStandsBeforeEveryPortOfItsDatabase() {
        RoleStore other = breaker.guard(RoleStore.class, new Flaky());

        open();

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(other::list);
    }

    @Test
    void metricsSayWhatItDoesAndWhatItRefused() {
        MeterRegistry meters = new SimpleMeterRegistry();
        breaker.bindTo(meters);

        open();
        fail(4);

        assertThat(gauge(meters, "open")).isEqualTo(1);
        assertThat(gauge(meters, "closed")).isZero();
        assertThat(gauge(meters, "half_open")).isZero();
        assertThat(meters.get("auth.store.refused")
                        .tag("store", "accounts")
                        .functionCounter()
                        .count())
                .isEqualTo(4);
    }

    private static double gauge(MeterRegistry meters, String state) {
        return meters.get("auth.store.breaker")
                .tag("store", "accounts")
                .tag("state", state)
                .gauge()
                .value();
    }

    private void open() {
        store.goAway();
        fail(3);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(guarded::list);
        }
    }

    /** Answers as it is told to. */
    private static final class Flaky implements RoleStore {

        private Supplier<List<Role>> answer = List::of;
        private int asked;

        void goAway() {
            answer = () -> {
                throw new StoreUnavailableException("The flaky store", new IllegalStateException());
            };
        }

        @Override
        public void define(Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean add(Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(Role expected, Role next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(Role expected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Role> find(RoleName name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Role> list() {
            asked++;
            return answer.get();
        }
    }
}
