package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.ReadProfile.Result.Shown;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import org.junit.jupiter.api.Test;

final class ReadProfileTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final Caller.InSession caller = house.caller(house.signIn(ada));

    @Test
    void somebodySeesTheirOwnAccountAsItIsNow() {
        User changed = ada.withProfile(People.grace().profile(), house.clock.instant());
        house.users.replace(ada, changed);

        assertThat(house.readProfile.read(caller)).isEqualTo(new Shown(house.now(ada)));
    }

    @Test
    void somebodyWhoIsSuspendedForAWhileFindsTheSessionAliveAfterwards() {
        house.put(ada, UserStatus.SUSPENDED);
        ReadProfile.Result meanwhile = house.readProfile.read(caller);

        house.put(ada, UserStatus.ACTIVE);

        assertThat(meanwhile).isEqualTo(new ReadProfile.Result.SignedOut());
        assertThat(house.readProfile.read(caller)).isInstanceOf(Shown.class);
    }
}
