package dev.sallyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SessionPolicyTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void mayGiveNoGraceAndNoMoreThanItsIdleTime() {
        SessionPolicy strictest = new SessionPolicy(DAY, DAY, Duration.ZERO, 1);

        assertThat(strictest.grace()).isZero();
    }

    @Test
    void refusesASessionThatNeverLives() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionPolicy(Duration.ZERO, DAY, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionPolicy(DAY.negated(), DAY, Duration.ZERO, 1));
    }

    @Test
    void refusesToIdleLongerThanASessionLives() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionPolicy(DAY, DAY.minusMillis(1), Duration.ZERO, 1));
    }

    @Test
    void refusesANegativeGrace() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionPolicy(DAY, DAY, Duration.ofMillis(-1), 1));
    }

    @Test
    void refusesToLetNobodyIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionPolicy(DAY, DAY, Duration.ZERO, 0));
    }
}
