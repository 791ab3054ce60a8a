package dev.sallyport.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UserTest {

    private static final Instant LATER = Ada.NOON.plusSeconds(60);
    private static final PasswordHash NEW_HASH = new PasswordHash("$quick$new");

    private final User ada = Ada.account();
    private final Session session = Session.start(ada, Ada.LAPTOP, SessionPolicy.DEFAULT, Ada.NOON, Ada.RANDOM);

    @Test
    void beginsActiveAndUnverified() {
        assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ada.emailVerified()).isFalse();
        assertThat(ada.version()).isEqualTo(1);
        assertThat(ada.credentials().version()).isEqualTo(1);
        assertThat(ada.createdAt()).isEqualTo(Ada.NOON);
        assertThat(ada.lastSignInAt()).isNull();
        assertThat(ada.deletedAt()).isNull();
    }

    @Test
    void honoursItsOwnSession() {
        assertThat(session.isHonouredBy(ada)).isTrue();
    }

    @Test
    void doesNotHonourSomebodyElsesSession() {
        assertThat(session.isHonouredBy(Ada.account())).isFalse();
    }

    @Test
    void doesNotHonourASessionFromBeforeThePasswordChanged() {
        User changed = ada.withPassword(NEW_HASH, LATER);

        assertThat(session.isHonouredBy(changed)).isFalse();
        assertThat(session.under(changed.credentials().version()).isHonouredBy(changed))
                .isTrue();
    }

    @Test
    void doesNotHonourASessionFromAVersionThatHasNotCome() {
        assertThat(session.under(2).isHonouredBy(ada)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = UserStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void honoursNoSessionUnlessActive(UserStatus status) {
        assertThat(session.isHonouredBy(in(status))).isFalse();
    }

    @Test
    void isMarkedWhenDeletedAndItsCredentialsAreVoid() {
        User deleted = ada.deleted(LATER);

        assertThat(deleted.status()).isEqualTo(UserStatus.DELETED);
        assertThat(deleted.credentials().version()).isEqualTo(2);
        assertThat(deleted.deletedAt()).isEqualTo(LATER);
        assertThat(deleted.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void honoursItsSessionsAfterItsHashWasRenewed() {
        User rehashed = ada.rehashed(NEW_HASH);

        assertThat(session.isHonouredBy(rehashed)).isTrue();
        assertThat(rehashed.credentials().passwordHash()).isEqualTo(NEW_HASH);
        assertThat(rehashed.updatedAt()).isEqualTo(ada.updatedAt());
        assertThat(rehashed.version()).isEqualTo(2);
    }

    @Test
    void honoursItsSessionsAfterItsProfileChanged() {
        Profile profile = new Profile(null, new DisplayName("Countess"), Metadata.EMPTY);

        User changed = ada.withProfile(profile, LATER);

        assertThat(session.isHonouredBy(changed)).isTrue();
        assertThat(changed.profile()).isEqualTo(profile);
        assertThat(changed.updatedAt()).isEqualTo(LATER);
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    void keepsItsVersionWhenSomebodySignsIn() {
        User signedIn = ada.signedInAt(LATER);

        assertThat(signedIn.version()).isEqualTo(1);
        assertThat(signedIn.lastSignInAt()).isEqualTo(LATER);
        assertThat(signedIn.updatedAt()).isEqualTo(ada.updatedAt());
    }

    private User in(UserStatus status) {
        return new User(
                ada.id(),
                ada.email(),
                ada.emailVerified(),
                ada.profile(),
                ada.credentials(),
                ada.role(),
                status,
                null,
                ada.version(),
                ada.createdAt(),
                ada.updatedAt(),
                ada.lastSignInAt(),
                ada.deletedAt());
    }
}
