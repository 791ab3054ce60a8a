package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.House;
import dev.sallyport.application.token.SignIn.Name;
import dev.sallyport.application.token.SignIn.Name.ByEmail;
import dev.sallyport.application.token.SignIn.Name.ByUsername;
import dev.sallyport.application.token.SignIn.Result.InvalidCredentials;
import dev.sallyport.application.token.SignIn.Result.Success;
import dev.sallyport.application.token.SignIn.Result.Suspended;
import dev.sallyport.application.token.SignIn.Result.Unverified;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInTest {

    private final House house = new House();
    private final User grace = house.moveIn(People.grace());

    static Stream<Name> namesOfGrace() {
        return Stream.of(
                new ByEmail("grace@example.org"),
                new ByEmail("GRACE@Example.org"),
                new ByUsername("Grace.H"),
                new ByUsername("grace.h"));
    }

    @ParameterizedTest
    @MethodSource("namesOfGrace")
    void somebodySignsInByAddressOrUsernameInAnyCase(Name name) {
        SignIn.Result result = house.signIn.signIn(name, House.PASSWORD, People.LAPTOP);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Success.class,
                        success -> assertThat(success.signedIn().user().id()).isEqualTo(grace.id()));
    }

    @Test
    void bothTokensAreGoodAtOnce() {
        SignedIn signedIn = house.signIn(grace);

        assertThat(house.letsIn(signedIn)).isTrue();
        assertThat(house.refresh(signedIn).session().id())
                .isEqualTo(signedIn.session().id());
    }

    @Test
    void anAnswerSaysHowLongItsTokensAreGoodFor() {
        SignedIn signedIn = house.signIn(grace);

        assertThat(signedIn.accessExpiresIn()).isEqualTo(House.ACCESS_LIFETIME);
        assertThat(signedIn.refreshExpiresIn()).isEqualTo(SessionPolicy.DEFAULT.idle());
    }

    @Test
    void anAccessTokenSaysWhoWhereAndForHowLongInWholeSeconds() {
        SignedIn signedIn = house.signIn(grace);

        AccessClaims claims = house.accessTokens.claims(signedIn.accessToken());

        assertThat(claims.user()).isEqualTo(grace.id());
        assertThat(claims.session()).isEqualTo(signedIn.session().id());
        assertThat(claims.role().name()).isEqualTo(grace.role().role());
        assertThat(claims.issuedAt()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
        assertThat(claims.expiresAt()).isEqualTo(claims.issuedAt().plus(House.ACCESS_LIFETIME));
    }

    @Test
    void theAccountRemembersTheSignInAndTheAnswerShowsIt() {
        SignedIn signedIn = house.signIn(grace);

        assertThat(house.now(grace).lastSignInAt()).isEqualTo(house.clock.instant());
        assertThat(signedIn.user()).isEqualTo(house.now(grace));
    }

    @Test
    void theSessionRemembersWhereItWasOpened() {
        SignedIn signedIn = house.signIn(grace, People.PHONE);

        assertThat(signedIn.session().origin()).isEqualTo(People.PHONE);
        assertThat(house.sessions.find(signedIn.session().id())).contains(signedIn.session());
    }

    @Test
    void aSignInIsAudited() {
        SignedIn signedIn = house.signIn(grace);

        AuditEvent event = house.journal.only(AuditType.SESSION_OPENED);

        assertThat(event.actor()).isEqualTo(grace.id());
        assertThat(event.subject()).isEqualTo(grace.id());
        assertThat(event.session()).isEqualTo(signedIn.session().id());
        assertThat(event.origin()).isEqualTo(People.LAPTOP);
        assertThat(event.at()).isEqualTo(house.clock.instant());
        assertThat(event.details()).isEqualTo(Map.of("by", "password"));
        assertThat(house.journal.events()).hasSize(1);
    }

    static Stream<Arguments> failures() {
        Name email = new ByEmail("grace@example.org");
        return Stream.of(
                Arguments.of(UserStatus.ACTIVE, email, House.WRONG, true),
                Arguments.of(UserStatus.ACTIVE, new ByUsername("grace.h"), House.WRONG, true),
                Arguments.of(UserStatus.ACTIVE, email, new Password(""), true),
                Arguments.of(UserStatus.ACTIVE, new ByEmail("nobody@example.org"), House.PASSWORD, false),
                Arguments.of(UserStatus.ACTIVE, new ByEmail("grace at example.org"), House.PASSWORD, false),
                Arguments.of(UserStatus.ACTIVE, new ByEmail("grace.h"), House.PASSWORD, false),
                Arguments.of(UserStatus.ACTIVE, new ByUsername("nobody"), House.PASSWORD, false),
                Arguments.of(UserStatus.ACTIVE, new ByUsername("grace@example.org"), House.PASSWORD, false),
                Arguments.of(UserStatus.DELETED, email, House.PASSWORD, true),
                Arguments.of(UserStatus.DELETED, email, House.WRONG, true),
                Arguments.of(UserStatus.SUSPENDED, email, House.WRONG, true),
                Arguments.of(UserStatus.PENDING_VERIFICATION, email, House.WRONG, true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureLooksTheSameAndCostsTheSame(UserStatus status, Name name, Password password, boolean isKnown) {
        house.put(grace, status);

        SignIn.Result result = house.signIn.signIn(name, password, People.LAPTOP);

        assertThat(result).isEqualTo(new InvalidCredentials());
        assertThat(house.hasher.comparisons()).isEqualTo(1);
        assertThat(house.hasher.hashes()).isZero();
        assertThat(house.sessions.list(grace.id(), house.clock.instant(), 10)).isEmpty();
        assertThat(house.now(grace).lastSignInAt()).isNull();
        assertThat(house.journal.events())
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo(isKnown ? grace.id() : null))
                .satisfies(SignInTest::isAFailureOfAStranger);
    }

    private static void isAFailureOfAStranger(AuditEvent event) {
        assertThat(event.type()).isEqualTo(AuditType.SIGN_IN_FAILED);
        assertThat(event.actor()).isNull();
        assertThat(event.session()).isNull();
        assertThat(event.details()).isEqualTo(Map.of("reason", "invalid_credentials"));
    }

    @Test
    void whoKnowsThePasswordIsToldThatTheAccountIsSuspended() {
        house.put(grace, UserStatus.SUSPENDED);

        SignIn.Result result = house.attempt(grace, House.PASSWORD);

        assertThat(result).isEqualTo(new Suspended());
    }

    @Test
    void whoKnowsThePasswordIsToldThatTheAddressWaitsToBeVerified() {
        house.put(grace, UserStatus.PENDING_VERIFICATION);

        SignIn.Result result = house.attempt(grace, House.PASSWORD);

        assertThat(result).isEqualTo(new Unverified());
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "PENDING_VERIFICATION"})
    void whoIsKeptOutIsAuditedAndLeavesNoSession(UserStatus status) {
        house.put(grace, status);

        house.attempt(grace, House.PASSWORD);

        assertThat(house.journal.only(AuditType.SIGN_IN_FAILED).details()).isEqualTo(Map.of("reason", status.name()));
        assertThat(house.sessions.list(grace.id(), house.clock.instant(), 10)).isEmpty();
        assertThat(house.hasher.comparisons()).isEqualTo(1);
    }

    @Test
    void aSignInRenewsAHashThatWasMadeAtALowerCost() {
        PasswordHash old = grace.credentials().passwordHash();
        SignedIn earlier = house.signIn(grace);
        house.hasher.raiseCost();

        house.signIn(grace);
        house.signIn(grace);

        assertThat(house.now(grace).credentials().passwordHash()).isNotEqualTo(old);
        assertThat(house.hasher.hashes()).isEqualTo(1);
        assertThat(house.letsIn(earlier)).isTrue();
        assertThat(house.readProfile.read(house.caller(earlier)).getClass().getSimpleName())
                .isEqualTo("Shown");
    }

    @Test
    void aSignInSucceedsEvenIfThereIsNoTimeToRenewTheHash() {
        house.hasher.raiseCost();
        house.hasher.becomeBusyAfter(1);

        SignIn.Result result = house.attempt(grace, House.PASSWORD);

        assertThat(result).isInstanceOf(Success.class);
        assertThat(house.now(grace).credentials()).isEqualTo(grace.credentials());
    }

    @Test
    void aRenewedHashNeverOverwritesAPasswordThatChangedMeanwhile() {
        PasswordHash chosenMeanwhile = house.hasher.hash(House.WRONG);
        house.hasher.raiseCost();
        house.wire.justBefore("UserStore.replace", () -> {
            User present = house.now(grace);
            house.users.replace(present, present.withPassword(chosenMeanwhile, house.clock.instant()));
        });

        SignIn.Result result = house.attempt(grace, House.PASSWORD);

        assertThat(result).isInstanceOf(Success.class);
        assertThat(house.now(grace).credentials().passwordHash()).isEqualTo(chosenMeanwhile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace@example.org", "nobody@example.org"})
    void anAttemptForWhichThereWasNoTimeDoesNotCount(String address) {
        house.hasher.becomeBusyAfter(0);
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(HashingBusyException.class)
                    .isThrownBy(() -> house.signIn.signIn(new ByEmail(address), House.PASSWORD, People.LAPTOP));
        }
        house.hasher.calmDown();

        SignIn.Result result = house.attempt(grace, House.PASSWORD);

        assertThat(result).isInstanceOf(Success.class);
    }

    @Test
    void aSessionThatWasOpenedIsAuditedEvenIfTheAccountCouldNotBeAskedToRememberIt() {
        house.wire.breakAt("UserStore.recordSignIn");

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> house.attempt(grace, House.PASSWORD));

        assertThat(house.journal.events(AuditType.SESSION_OPENED)).hasSize(1);
    }

    @Test
    void oneSessionTooManyEndsTheOldest() {
        House small = new House(new SessionPolicy(Duration.ofDays(7), Duration.ofDays(30), Duration.ZERO, 2));
        User ada = small.moveIn(People.ada());
        SignedIn oldest = small.signIn(ada);
        small.clock.step(Duration.ofMillis(1));
        SignedIn older = small.signIn(ada);
        small.clock.step(Duration.ofMillis(1));

        SignedIn newest = small.signIn(ada);

        assertThat(small.letsIn(oldest)).isFalse();
        assertThat(small.tryToRefresh(oldest)).isEqualTo(new RefreshSession.Result.Invalid());
        assertThat(small.letsIn(older)).isTrue();
        assertThat(small.letsIn(newest)).isTrue();
        assertThat(small.journal.only(AuditType.SESSION_ENDED).details())
                .isEqualTo(Map.of(
                        "reason",
                        "too_many_sessions",
                        "ended_session",
                        oldest.session().id().toString()));
    }
}
