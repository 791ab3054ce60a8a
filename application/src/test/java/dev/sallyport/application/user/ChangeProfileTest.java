package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.InputProblem;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.ChangeProfile.Result;
import dev.sallyport.application.user.ChangeProfile.Result.Changed;
import dev.sallyport.application.user.ChangeProfile.Result.Invalid;
import dev.sallyport.application.user.ChangeProfile.Result.UsernameTaken;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.Username;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class ChangeProfileTest {

    private static final Change<String> KEEP = new Change.Keep<>();
    private static final Change<String> NONE = new Change.To<>(null);

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final Caller.InSession caller = house.caller(house.signIn(ada));

    @Test
    void whatThePatchNamesChanges() {
        Result result = change(new ProfilePatch(to("Countess"), to("  Ada King "), to("{\"n\":1}")));

        assertThat(profile())
                .isEqualTo(
                        new Profile(new Username("Countess"), new DisplayName("Ada King"), new Metadata("{\"n\":1}")));
        assertThat(result).isEqualTo(new Changed(house.now(ada)));
        assertThat(house.now(ada).updatedAt()).isEqualTo(house.clock.instant());
        assertThat(house.journal.only(AuditType.PROFILE_CHANGED).session())
                .isEqualTo(caller.session().id());
    }

    @Test
    void whatThePatchDoesNotNameStays() {
        change(new ProfilePatch(KEEP, to("Ada King"), KEEP));

        assertThat(profile())
                .isEqualTo(new Profile(
                        ada.profile().username(),
                        new DisplayName("Ada King"),
                        ada.profile().metadata()));
    }

    @Test
    void whatThePatchNamesAsNullIsGone() {
        change(new ProfilePatch(NONE, NONE, NONE));

        assertThat(profile()).isEqualTo(new Profile(null, null, Metadata.EMPTY));
        assertThat(house.users.findByUsername(new Username("ada"))).isEmpty();
    }

    @Test
    void aPatchThatChangesNothingWritesNothing() {
        List<String> calls = house.wire.during(() ->
                assertThat(change(new ProfilePatch(to("ada"), KEEP, KEEP))).isEqualTo(new Changed(house.now(ada))));

        assertThat(calls).containsExactly("UserStore.find");
        assertThat(house.journal.events(AuditType.PROFILE_CHANGED)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingChanges() {
        String tooLarge = "{\"k\":\"" + "x".repeat(Metadata.MAX_BYTES) + "\"}";

        Result result = change(new ProfilePatch(to("a"), to("\t"), to(tooLarge)));

        assertThat(result)
                .isEqualTo(new Invalid(List.of(
                        new InputProblem.UsernameInvalid(),
                        new InputProblem.DisplayNameInvalid(),
                        new InputProblem.MetadataTooLarge())));
        assertThat(profile()).isEqualTo(ada.profile());
    }

    @Test
    void aUsernameIsTakenInAnyCase() {
        house.moveIn(People.grace());

        Result result = change(new ProfilePatch(to("GRACE.h"), to("Somebody Else"), KEEP));

        assertThat(result).isEqualTo(new UsernameTaken());
        assertThat(profile()).isEqualTo(ada.profile());
    }

    @Test
    void somebodyMayChangeTheCaseOfTheirOwnUsername() {
        Result result = change(new ProfilePatch(to("ADA"), KEEP, KEEP));

        assertThat(result).isInstanceOf(Changed.class);
        assertThat(profile().username()).isEqualTo(new Username("ADA"));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStays() {
        house.wire.justBefore("UserStore.replace", () -> {
            Result meanwhile = change(new ProfilePatch(KEEP, to("Ada King"), KEEP));
            assertThat(meanwhile).isInstanceOf(Changed.class);
        });

        change(new ProfilePatch(to("Countess"), KEEP, KEEP));

        assertThat(profile().username()).isEqualTo(new Username("Countess"));
        assertThat(profile().displayName()).isEqualTo(new DisplayName("Ada King"));
    }

    @Test
    void aSignInMeanwhileIsNotForgotten() {
        house.wire.justBefore("UserStore.replace", () -> house.signIn(ada));

        change(new ProfilePatch(to("Countess"), KEEP, KEEP));

        assertThat(house.now(ada).lastSignInAt()).isEqualTo(house.clock.instant());
    }

    @Test
    void whoseSessionWasRevokedMeanwhileChangesNothing() {
        house.wire.justBefore("UserStore.replace", () -> {
            User present = house.now(ada);
            house.users.replace(present, present.withPassword(new PasswordHash("$quick$1$x$y"), house.clock.instant()));
        });

        Result result = change(new ProfilePatch(to("Countess"), KEEP, KEEP));

        assertThat(result).isEqualTo(new Result.SignedOut());
        assertThat(profile()).isEqualTo(ada.profile());
    }

    @RepeatedTest(5)
    void ofManyChangesAtOnceNoneIsLost() {
        House busy = new House();
        User grace = busy.moveIn(People.grace());
        Caller everywhere = busy.caller(busy.signIn(grace));

        Race.run(
                16,
                number -> busy.changeProfile.change(
                        everywhere, new ProfilePatch(KEEP, to("Grace " + number), KEEP), People.LAPTOP));

        assertThat(busy.now(grace).version()).isEqualTo(17);
        assertThat(busy.journal.events(AuditType.PROFILE_CHANGED)).hasSize(16);
    }

    private Result change(ProfilePatch patch) {
        return house.changeProfile.change(caller, patch, People.LAPTOP);
    }

    private Profile profile() {
        return house.now(ada).profile();
    }

    private static Change<String> to(String typed) {
        return new Change.To<>(typed);
    }
}
