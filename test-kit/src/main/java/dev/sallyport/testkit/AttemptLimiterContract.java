package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision.Exceeded;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision.Granted;
import dev.sallyport.domain.throttle.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link AttemptLimiter} promises. It may be shared with others: the contract counts under keys of its own. */
public interface AttemptLimiterContract {

    /** Five a day: a window longer than the tests take, in case a limiter tidies up by the clock of its server. */
    Limit FIVE = new Limit(5, Duration.ofDays(1));

    Instant NOW = WallClock.START;

    Instant END = NOW.plus(FIVE.window());

    AttemptLimiter limiter();

    @Test
    default void asManyAttemptsAreGrantedAsTheLimitSays() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();

        List<Decision> decisions = take(limiter, key, 6, NOW);

        assertThat(decisions.subList(0, 5)).containsOnly(new Granted());
        assertThat(decisions.getLast()).isEqualTo(new Exceeded(END, true));
    }

    @Test
    default void aLimitOfOneGrantsOne() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        Limit one = new Limit(1, Duration.ofHours(1));

        Decision first = limiter.take(key, one, NOW);
        Decision second = limiter.take(key, one, NOW);

        assertThat(first).isEqualTo(new Granted());
        assertThat(second).isEqualTo(new Exceeded(NOW.plus(one.window()), true));
    }

    @Test
    default void theFirstRefusalInAWindowIsToldApart() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 5, NOW);

        List<Decision> decisions = take(limiter, key, 3, NOW);

        assertThat(decisions)
                .containsExactly(new Exceeded(END, true), new Exceeded(END, false), new Exceeded(END, false));
    }

    @Test
    default void aWindowBeginsWithTheFirstAttemptWhateverFollows() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        limiter.take(key, FIVE, NOW);
        take(limiter, key, 4, NOW.plus(Duration.ofMinutes(5)));

        List<Decision> decisions = take(limiter, key, 2, NOW.plus(Duration.ofMinutes(10)));

        assertThat(decisions).containsExactly(new Exceeded(END, true), new Exceeded(END, false));
    }

    @Test
    default void aWindowEndsByTheClock() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 6, NOW);

        Decision justBefore = limiter.take(key, FIVE, END.minusMillis(1));
        List<Decision> afterwards = take(limiter, key, 6, END);

        assertThat(justBefore).isEqualTo(new Exceeded(END, false));
        assertThat(afterwards.subList(0, 5)).containsOnly(new Granted());
        assertThat(afterwards.getLast()).isEqualTo(new Exceeded(END.plus(FIVE.window()), true));
    }

    @Test
    default void theNextWindowBeginsWithTheNextAttempt() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        Instant later = END.plus(Duration.ofMinutes(7)).plusMillis(1);
        take(limiter, key, 6, NOW);

        List<Decision> decisions = take(limiter, key, 6, later);

        assertThat(decisions.getFirst()).isEqualTo(new Granted());
        assertThat(decisions.getLast()).isEqualTo(new Exceeded(later.plus(FIVE.window()), true));
    }

    @Test
    default void keysAreCountedApart() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        AttemptKey longest = new AttemptKey("%_'\\:" + "k".repeat(AttemptKey.MAX_LENGTH - 21) + People.unique());
        take(limiter, key, 6, NOW);

        List<Decision> decisions = take(limiter, longest, 5, NOW);

        assertThat(decisions).containsOnly(new Granted());
    }

    @RepeatedTest(20)
    default void ofManySimultaneousAttemptsExactlyAsManyAreGrantedAsTheLimitSays() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();

        List<Decision> decisions = Race.of(64, number -> limiter.take(key, FIVE, NOW));

        assertThat(Collections.frequency(decisions, new Granted())).isEqualTo(5);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousRefusalsExactlyOneIsTheFirst() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 5, NOW);

        List<Decision> decisions = Race.of(64, number -> limiter.take(key, FIVE, NOW));

        assertThat(Collections.frequency(decisions, new Exceeded(END, true))).isEqualTo(1);
        assertThat(Collections.frequency(decisions, new Exceeded(END, false))).isEqualTo(63);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousAttemptsAfterAWindowExactlyAsManyAreGranted() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 6, NOW);

        List<Decision> decisions = Race.of(64, number -> limiter.take(key, FIVE, END));

        assertThat(Collections.frequency(decisions, new Granted())).isEqualTo(5);
    }

    @Test
    default void anAttemptGivenBackFreesOne() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 5, NOW);

        limiter.giveBack(key, FIVE, NOW);

        assertThat(take(limiter, key, 2, NOW)).containsExactly(new Granted(), new Exceeded(END, true));
    }

    @Test
    default void anAttemptWhoseClockWasReadBeforeTheFirstCanBeGivenBackToo() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 4, NOW);
        Instant earlier = NOW.minusMillis(1);
        limiter.take(key, FIVE, earlier);

        limiter.giveBack(key, FIVE, earlier);

        assertThat(take(limiter, key, 2, NOW)).containsExactly(new Granted(), new Exceeded(END.minusMillis(1), true));
    }

    @Test
    default void refusalsAreNotCountedSoThatOneGivenBackFreesOne() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 8, NOW);

        limiter.giveBack(key, FIVE, NOW);

        assertThat(take(limiter, key, 3, NOW)).filteredOn(new Granted()::equals).hasSize(1);
    }

    @Test
    default void afterOneWasGivenBackTheNextRefusalIsAFirstOneAgain() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 8, NOW);

        limiter.giveBack(key, FIVE, NOW);

        assertThat(take(limiter, key, 3, NOW))
                .containsExactly(new Granted(), new Exceeded(END, true), new Exceeded(END, false));
    }

    @Test
    default void anAttemptGivenBackAfterItsWindowFreesNothing() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        Instant lastInWindow = END.minusMillis(1);
        limiter.take(key, FIVE, NOW);
        limiter.take(key, FIVE, lastInWindow);
        take(limiter, key, 5, END);

        limiter.giveBack(key, FIVE, NOW);
        limiter.giveBack(key, FIVE, lastInWindow);

        assertThat(limiter.take(key, FIVE, END)).isEqualTo(new Exceeded(END.plus(FIVE.window()), true));
    }

    @Test
    default void aWindowLivesOnWhenEveryAttemptInItWasGivenBack() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        limiter.take(key, FIVE, NOW);
        limiter.giveBack(key, FIVE, NOW);

        List<Decision> decisions = take(limiter, key, 6, NOW.plus(Duration.ofMinutes(1)));

        assertThat(decisions.subList(0, 5)).containsOnly(new Granted());
        assertThat(decisions.getLast()).isEqualTo(new Exceeded(END, true));
    }

    @RepeatedTest(5)
    default void ofManyAttemptsGivenBackAtOnceEachFreesOne() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        Limit limit = new Limit(64, FIVE.window());
        Stream.generate(() -> limiter.take(key, limit, NOW)).limit(64).forEach(granted -> {});

        Race.run(32, number -> limiter.giveBack(key, limit, NOW));

        List<Decision> decisions =
                Stream.generate(() -> limiter.take(key, limit, NOW)).limit(33).toList();
        assertThat(decisions.subList(0, 32)).containsOnly(new Granted());
        assertThat(decisions.getLast()).isEqualTo(new Exceeded(END, true));
    }

    @RepeatedTest(5)
    default void attemptsTakenAndGivenBackAtOnceAddUp() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();

        List<Boolean> kept = Race.of(64, number -> {
            boolean granted = limiter.take(key, FIVE, NOW) instanceof Granted;
            if (granted && number % 2 == 0) {
                limiter.giveBack(key, FIVE, NOW);
            }
            return granted && number % 2 != 0;
        });

        int left = Collections.frequency(take(limiter, key, 6, NOW), new Granted());
        assertThat(Collections.frequency(kept, true) + left).isEqualTo(5);
    }

    @Test
    default void afterAKeyWasForgottenItsNextAttemptBeginsAWindow() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        Instant later = NOW.plusMillis(1);
        take(limiter, key, 7, NOW);

        limiter.forget(key);

        List<Decision> decisions = take(limiter, key, 7, later);
        assertThat(decisions.subList(0, 5)).containsOnly(new Granted());
        assertThat(decisions.subList(5, 7))
                .containsExactly(
                        new Exceeded(later.plus(FIVE.window()), true), new Exceeded(later.plus(FIVE.window()), false));
    }

    @Test
    default void forgettingAKeyTouchesNoOtherAndAnUnknownOneNothing() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 6, NOW);

        limiter.forget(freshKey());

        assertThat(limiter.take(key, FIVE, NOW)).isEqualTo(new Exceeded(END, false));
    }

    @Test
    default void anAttemptFromBeforeTheKeyWasForgottenFreesNothingAfterwards() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        limiter.take(key, FIVE, NOW);
        limiter.forget(key);
        take(limiter, key, 5, NOW.plusMillis(1));

        limiter.giveBack(key, FIVE, NOW);

        assertThat(limiter.take(key, FIVE, NOW.plusMillis(1))).isInstanceOf(Exceeded.class);
    }

    @RepeatedTest(5)
    default void attemptsWhileTheirKeyIsForgottenAreGrantedForTwoWindowsAtMost() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();

        List<Boolean> granted = Race.of(64, number -> {
            if (number == 32) {
                limiter.forget(key);
                return false;
            }
            return limiter.take(key, FIVE, NOW) instanceof Granted;
        });

        assertThat(Collections.frequency(granted, true)).isBetween(5, 10);
        assertThat(take(limiter, key, 6, NOW).getLast()).isInstanceOf(Exceeded.class);
    }

    @Test
    default void aSweepForgetsNoWindowThatIsStillOpen() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        take(limiter, key, 6, NOW);

        limiter.sweep(NOW.plusMillis(1));

        assertThat(limiter.take(key, FIVE, END.minusMillis(1))).isEqualTo(new Exceeded(END, false));
    }

    @Test
    default void aSweepMakesNoDifferenceToTheNextWindow() {
        AttemptLimiter limiter = limiter();
        AttemptKey key = freshKey();
        Instant later = END.plusMillis(1);
        take(limiter, key, 6, NOW);
        limiter.sweep(later);

        limiter.giveBack(key, FIVE, NOW);
        List<Decision> decisions = take(limiter, key, 6, later);

        assertThat(decisions.subList(0, 5)).containsOnly(new Granted());
        assertThat(decisions.getLast()).isEqualTo(new Exceeded(later.plus(FIVE.window()), true));
    }

    private static AttemptKey freshKey() {
        return new AttemptKey("contract:" + People.unique());
    }

    private static List<Decision> take(AttemptLimiter limiter, AttemptKey key, int times, Instant at) {
        return Stream.generate(() -> limiter.take(key, FIVE, at)).limit(times).toList();
    }
}
