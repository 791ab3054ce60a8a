package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

final class RaceTest {

    @Test
    void everybodyRunsAtTheSameTimeAndResultsComeInTheOrderOfTheNumbers() {
        CyclicBarrier allAreHere = new CyclicBarrier(64);

        List<Integer> results = Race.of(64, number -> {
            allAreHere.await();
            return number;
        });

        assertThat(results).hasSize(64).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatARunnerThrowsFailsTheRace() {
        IllegalStateException stumble = new IllegalStateException("stumbled");

        assertThatThrownBy(() -> Race.run(3, number -> {
                    if (number == 1) {
                        throw stumble;
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasCause(stumble);
    }
}
