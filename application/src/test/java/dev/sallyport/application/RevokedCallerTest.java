package dev.sallyport.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Change;
import dev.sallyport.application.user.ProfilePatch;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that is done in somebody's name is refused in one way once the account stops to honour the session. */
final class RevokedCallerTest {

    private static final Password NEXT = new Password("Bernoulli-Numbers-1843");
    private static final Change<String> KEEP = new Change.Keep<>();

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final Caller.InSession caller = house.caller(house.signIn(ada));

    /** What somebody signed in may do. */
    enum Deed {
        READ_PROFILE {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.readProfile.read(caller);
            }
        },
        CHANGE_PROFILE {
            @Override
            Object by(Caller.InSession caller, House house) {
                ProfilePatch patch = new ProfilePatch(new Change.To<>("Countess"), KEEP, KEEP);
                return house.changeProfile.change(caller, patch, People.LAPTOP);
            }
        },
        CHANGE_PASSWORD {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.changePassword.change(caller, House.PASSWORD, NEXT, People.LAPTOP);
            }
        },
        DELETE_ACCOUNT {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.deleteAccount.delete(caller, House.PASSWORD, People.LAPTOP);
            }
        },
        LIST_SESSIONS {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.listSessions.list(caller);
            }
        },
        END_SESSION {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.endSession.end(caller, caller.session().id(), People.LAPTOP);
            }
        },
        END_OTHER_SESSIONS {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.endOtherSessions.end(caller, People.LAPTOP);
            }
        },
        SHOW_PERMISSIONS {
            @Override
            Object by(Caller.InSession caller, House house) {
                return house.showPermissions.show(Optional.of(caller));
            }
        };

        abstract Object by(Caller.InSession caller, House house);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whoseAccountIsSuspendedIsSignedOut(Deed deed) {
        User suspended = house.put(ada, UserStatus.SUSPENDED);

        assertThat(outcomeOf(deed)).isEqualTo("SignedOut");
        assertThat(house.now(ada)).isEqualTo(suspended);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whoseAccountIsDeletedIsSignedOut(Deed deed) {
        house.put(ada, UserStatus.DELETED);

        assertThat(outcomeOf(deed)).isEqualTo("SignedOut");
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whosePasswordChangedElsewhereIsSignedOut(Deed deed) {
        house.users.replace(
                house.now(ada), house.now(ada).withPassword(house.hasher.hash(NEXT), house.clock.instant()));

        assertThat(outcomeOf(deed)).isEqualTo("SignedOut");
    }

    @ParameterizedTest
    @EnumSource(value = Deed.class, mode = EnumSource.Mode.EXCLUDE, names = "SHOW_PERMISSIONS")
    void whoseRoleDoesNotAllowItIsForbiddenAndNothingIsWritten(Deed deed) {
        house.put(ada, RoleName.GUEST);

        List<String> calls = house.wire.during(() -> assertThat(outcomeOf(deed)).isEqualTo("Forbidden"));

        assertThat(calls).containsExactly("UserStore.find");
    }

    private String outcomeOf(Deed deed) {
        return deed.by(caller, house).getClass().getSimpleName();
    }
}
