package dev.sallyport.domain.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LimitTest {

    @Test
    void mayBeAsSmallAsOneAttemptInAMillisecond() {
        assertThat(new Limit(1, Duration.ofMillis(1)).attempts()).isEqualTo(1);
    }

    @Test
    void refusesLess() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(-1, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(5, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(5, Duration.ofNanos(999_999)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(5, Duration.ofMinutes(-1)));
    }
}
