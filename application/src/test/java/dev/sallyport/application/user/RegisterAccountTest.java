package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.House;
import dev.sallyport.application.InputProblem;
import dev.sallyport.application.InputProblem.DisplayNameInvalid;
import dev.sallyport.application.InputProblem.EmailInvalid;
import dev.sallyport.application.InputProblem.PasswordUnacceptable;
import dev.sallyport.application.InputProblem.UsernameInvalid;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.RegisterAccount.Result;
import dev.sallyport.application.user.RegisterAccount.Result.EmailTaken;
import dev.sallyport.application.user.RegisterAccount.Result.Invalid;
import dev.sallyport.application.user.RegisterAccount.Result.Registered;
import dev.sallyport.application.user.RegisterAccount.Result.Throttled;
import dev.sallyport.application.user.RegisterAccount.Result.UsernameTaken;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordPolicy.CharacterKind;
import dev.sallyport.domain.password.PasswordPolicy.Violation;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.Username;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class RegisterAccountTest {

    private static final Limit LIMIT = ThrottlePolicy.DEFAULT.registration();
    private static final AccountForm ADA =
            new AccountForm("Ada@Example.org", House.PASSWORD, "Ada.L", " Ada Lovelace ");
    private static final AccountForm INVALID = new AccountForm("ada", House.COMMON, null, null);

    private final House house = new House();

    @Test
    void somebodyWhoRegistersHasAnAccountAndIsSignedIn() {
        SignedIn signedIn = registered(register(ADA));

        User ada = house.users.find(signedIn.user().id()).orElseThrow();

        assertThat(ada).isEqualTo(signedIn.user());
        assertThat(ada.email()).isEqualTo(new Email("ada@example.org"));
        assertThat(ada.profile())
                .isEqualTo(new Profile(new Username("Ada.L"), new DisplayName("Ada Lovelace"), Metadata.EMPTY));
        assertThat(ada.role().role()).isEqualTo(RoleName.USER);
        assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ada.createdAt()).isEqualTo(house.clock.instant());
        assertThat(ada.lastSignInAt()).isEqualTo(house.clock.instant());
        assertThat(house.letsIn(signedIn)).isTrue();
        assertThat(house.refresh(signedIn).user().id()).isEqualTo(ada.id());
    }

    @Test
    void somebodyWhoRegisteredSignsInWithThatPassword() {
        User ada = registered(register(ADA)).user();

        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(SignIn.Result.Success.class);
        assertThat(house.attempt(ada, House.WRONG)).isEqualTo(new SignIn.Result.InvalidCredentials());
    }

    @Test
    void aUsernameAndADisplayNameMayBeLeftOut() {
        User alan = registered(register(new AccountForm("alan@example.org", House.PASSWORD, null, null)))
                .user();

        assertThat(alan.profile()).isEqualTo(new Profile(null, null, Metadata.EMPTY));
    }

    @Test
    void aRegistrationIsAuditedAsWellAsTheSessionItOpens() {
        SignedIn signedIn = registered(register(ADA));

        AuditEvent event = house.journal.only(AuditType.ACCOUNT_REGISTERED);

        assertThat(event.actor()).isEqualTo(signedIn.user().id());
        assertThat(event.subject()).isEqualTo(signedIn.user().id());
        assertThat(event.session()).isNull();
        assertThat(house.journal.only(AuditType.SESSION_OPENED).details()).isEqualTo(Map.of("by", "registration"));
    }

    @Test
    void aRegistrationIsAuditedEvenIfNoSessionCouldBeOpened() {
        house.wire.breakAt("SessionStore.add");

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> register(ADA));

        assertThat(house.journal.events(AuditType.ACCOUNT_REGISTERED)).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        AccountForm form = new AccountForm("ada", new Password("abc"), "a", "\n\u202e");

        Result result = register(form);

        assertThat(problems(result))
                .containsExactly(
                        new EmailInvalid(),
                        new PasswordUnacceptable(new Violation.TooShort(8)),
                        new PasswordUnacceptable(new Violation.TooWeak(
                                Set.of(CharacterKind.UPPER, CharacterKind.DIGIT, CharacterKind.SPECIAL))),
                        new UsernameInvalid(),
                        new DisplayNameInvalid());
    }

    @Test
    void aPasswordMayBeNeitherWhoOneIsNorWhatEverybodyHas() {
        assertThat(problems(register(new AccountForm("Ada-1@example.org", new Password("ADA-1"), null, null))))
                .contains(new PasswordUnacceptable(new Violation.SameAsIdentity()));
        assertThat(problems(register(new AccountForm("ada@example.org", new Password("Count-1"), "count-1", null))))
                .contains(new PasswordUnacceptable(new Violation.SameAsIdentity()));
        assertThat(problems(register(new AccountForm("ada@example.org", House.COMMON, null, null))))
                .containsExactly(new PasswordUnacceptable(new Violation.TooCommon()));
    }

    @Test
    void aFormThatIsInvalidCostsNeitherAnAttemptNorAHash() {
        List<String> calls = house.wire.during(() -> {
            for (int i = 0; i < 10; i++) {
                register(INVALID);
            }
        });

        assertThat(calls).isEmpty();
        assertThat(house.hasher.hashes()).isZero();
        assertThat(register(ADA)).isInstanceOf(Registered.class);
    }

    @Test
    void anAddressIsTakenInAnyCase() {
        register(ADA);

        Result result = register(new AccountForm("ADA@EXAMPLE.ORG", House.PASSWORD, null, null));

        assertThat(result).isEqualTo(new EmailTaken());
        assertThat(house.journal.events(AuditType.ACCOUNT_REGISTERED)).hasSize(1);
    }

    @Test
    void aUsernameIsTakenInAnyCase() {
        register(ADA);

        Result result = register(new AccountForm("other@example.org", House.PASSWORD, "ADA.l", null));

        assertThat(result).isEqualTo(new UsernameTaken());
        assertThat(house.users.findByEmail(new Email("other@example.org"))).isEmpty();
    }

    @Test
    void theAddressOfADeletedAccountStaysTaken() {
        house.put(registered(register(ADA)).user(), UserStatus.DELETED);

        assertThat(register(ADA)).isEqualTo(new EmailTaken());
    }

    @Test
    void onlySoManyRegisterFromOneAddress() {
        for (int i = 0; i < 3; i++) {
            register(new AccountForm("ada" + i + "@example.org", House.PASSWORD, null, null));
        }

        Result result = register(ADA);

        assertThat(result).isEqualTo(new Throttled(new Refusal(LIMIT, LIMIT.window())));
        assertThat(house.hasher.hashes()).isEqualTo(3);
        assertThat(house.journal.only(AuditType.THROTTLE_EXCEEDED).details())
                .isEqualTo(Map.of("limit", "registration"));
        assertThat(house.registerAccount.register(ADA, People.PHONE)).isInstanceOf(Registered.class);
    }

    @Test
    void askingWhichAddressesAreTakenCounts() {
        register(ADA);
        register(ADA);
        register(ADA);

        assertThat(register(ADA)).isInstanceOf(Throttled.class);
    }

    @Test
    void aRegistrationForWhichThereWasNoTimeDoesNotCount() {
        house.hasher.becomeBusyAfter(0);
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(HashingBusyException.class).isThrownBy(() -> register(ADA));
        }
        house.hasher.calmDown();

        assertThat(register(ADA)).isInstanceOf(Registered.class);
    }

    @RepeatedTest(10)
    void ofManyRegistrationsOfOneAddressOneSucceeds() {
        House crowded = new House(new ThrottlePolicy(false, LIMIT, LIMIT, LIMIT));

        List<Result> results = Race.of(64, number -> crowded.registerAccount.register(ADA, People.LAPTOP));

        assertThat(results).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(new EmailTaken()::equals).hasSize(63);
        assertThat(crowded.journal.events(AuditType.ACCOUNT_REGISTERED)).hasSize(1);
        assertThat(crowded.journal.events(AuditType.SESSION_OPENED)).hasSize(1);
    }

    private Result register(AccountForm form) {
        return house.registerAccount.register(form, People.LAPTOP);
    }

    private static SignedIn registered(Result result) {
        return ((Registered) result).signedIn();
    }

    private static List<InputProblem> problems(Result result) {
        return ((Invalid) result).problems();
    }
}
