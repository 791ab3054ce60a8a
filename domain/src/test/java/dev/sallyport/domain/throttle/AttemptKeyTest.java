package dev.sallyport.domain.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.user.UserId;
import org.junit.jupiter.api.Test;

final class AttemptKeyTest {

    private static final ClientAddress HOME = new ClientAddress("2001:db8::1", "20:01:0d:b8:00:00:00:00/64");

    @Test
    void tellsKindsOfAttemptApart() {
        AttemptKey signIn = AttemptKey.signIn(HOME);

        assertThat(signIn).isNotEqualTo(AttemptKey.registration(HOME));
        assertThat(signIn.value()).isEqualTo("sign-in:20:01:0d:b8:00:00:00:00/64");
        assertThat(signIn.kind()).isEqualTo("sign-in");
    }

    @Test
    void tellsPeopleApart() {
        UserId ada = Ada.account().id();
        UserId grace = Ada.account().id();

        assertThat(AttemptKey.passwordCheck(ada)).isNotEqualTo(AttemptKey.passwordCheck(grace));
    }

    @Test
    void fitsItsColumnWhateverTheAddress() {
        ClientAddress longest = new ClientAddress("x", "x".repeat(ClientAddress.MAX_LENGTH));

        assertThat(AttemptKey.registration(longest).value()).hasSizeLessThanOrEqualTo(AttemptKey.MAX_LENGTH);
        assertThatIllegalArgumentException().isThrownBy(() -> new AttemptKey("x".repeat(AttemptKey.MAX_LENGTH + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttemptKey(""));
    }
}
