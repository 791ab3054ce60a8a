package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.House;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.RefreshSession;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.DeleteAccount.Result.Deleted;
import dev.sallyport.application.user.DeleteAccount.Result.WrongPassword;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import org.junit.jupiter.api.Test;

final class DeleteAccountTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn laptop = house.signIn(ada);
    private final SignedIn phone = house.signIn(ada, People.PHONE);
    private final Caller.InSession caller = house.caller(laptop);

    @Test
    void aDeletedAccountIsMarkedAndItsSessionsEnd() {
        DeleteAccount.Result result = delete(House.PASSWORD);

        assertThat(result).isEqualTo(new Deleted());
        assertThat(house.now(ada).status()).isEqualTo(UserStatus.DELETED);
        assertThat(house.now(ada).deletedAt()).isEqualTo(house.clock.instant());
        assertThat(house.letsIn(laptop)).isFalse();
        assertThat(house.letsIn(phone)).isFalse();
        assertThat(house.tryToRefresh(phone)).isEqualTo(new RefreshSession.Result.Invalid());
        assertThat(house.journal.only(AuditType.ACCOUNT_DELETED).subject()).isEqualTo(ada.id());
    }

    @Test
    void nobodySignsInToADeletedAccount() {
        delete(House.PASSWORD);

        assertThat(house.attempt(ada, House.PASSWORD)).isEqualTo(new SignIn.Result.InvalidCredentials());
    }

    @Test
    void aWrongPasswordDeletesNothingAndIsAudited() {
        DeleteAccount.Result result = delete(House.WRONG);

        assertThat(result).isEqualTo(new WrongPassword());
        assertThat(house.now(ada).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(house.letsIn(laptop)).isTrue();
        assertThat(house.journal.only(AuditType.PASSWORD_CHECK_FAILED).session())
                .isEqualTo(laptop.session().id());
    }

    @Test
    void itsSessionsAreNotHonouredEvenWhereTheyCouldNotBeEnded() {
        house.wire.breakAt("SessionStore.endAll");

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> delete(House.PASSWORD));
        house.wire.mend();

        assertThat(house.readProfile.read(caller)).isEqualTo(new ReadProfile.Result.SignedOut());
        assertThat(house.tryToRefresh(phone)).isEqualTo(new RefreshSession.Result.Invalid());
    }

    @Test
    void anAccountThatChangedMeanwhileIsDeletedAllTheSame() {
        house.wire.justBefore("UserStore.replace", () -> {
            User present = house.now(ada);
            house.users.replace(present, present.withProfile(People.alan().profile(), house.clock.instant()));
        });

        assertThat(delete(House.PASSWORD)).isEqualTo(new Deleted());
        assertThat(house.now(ada).profile()).isEqualTo(People.alan().profile());
    }

    @Test
    void aSessionOpenedWhileTheAccountIsBeingDeletedIsNotHonoured() {
        house.wire.justAfter("SessionStore.endAll", () -> house.sessions.add(phone.session(), 20));

        delete(House.PASSWORD);

        assertThat(house.readProfile.read(house.caller(phone))).isEqualTo(new ReadProfile.Result.SignedOut());
        assertThat(house.tryToRefresh(phone)).isEqualTo(new RefreshSession.Result.Invalid());
    }

    private DeleteAccount.Result delete(Password password) {
        return house.deleteAccount.delete(caller, password, People.LAPTOP);
    }
}
