package dev.sallyport.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.memory.MemoryApiKeyStore;
import dev.sallyport.adapters.memory.MemoryAttemptLimiter;
import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryIntentionStore;
import dev.sallyport.adapters.memory.MemoryOneTimeTokenStore;
import dev.sallyport.adapters.memory.MemoryRoleStore;
import dev.sallyport.adapters.memory.MemorySessionStore;
import dev.sallyport.adapters.memory.MemoryUserStore;
import dev.sallyport.application.apikey.CreateApiKey;
import dev.sallyport.application.apikey.FindApiKey;
import dev.sallyport.application.apikey.ListApiKeys;
import dev.sallyport.application.apikey.NewApiKey;
import dev.sallyport.application.apikey.RevokeApiKey;
import dev.sallyport.application.apikey.RotateApiKey;
import dev.sallyport.application.apikey.VerifyApiKey;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.password.ChangePassword;
import dev.sallyport.application.password.CheckPassword;
import dev.sallyport.application.password.JudgePassword;
import dev.sallyport.application.role.Announcements;
import dev.sallyport.application.role.DefineRole;
import dev.sallyport.application.role.FindRole;
import dev.sallyport.application.role.KnownRoles;
import dev.sallyport.application.role.ListRoles;
import dev.sallyport.application.role.ReadRole;
import dev.sallyport.application.role.RedefineRole;
import dev.sallyport.application.role.RemoveRole;
import dev.sallyport.application.role.ShowPermissions;
import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.application.setup.BootstrapAdmin;
import dev.sallyport.application.setup.FirstSuperAdmin;
import dev.sallyport.application.setup.OfferSetUp;
import dev.sallyport.application.setup.SetUp;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.EndOtherSessions;
import dev.sallyport.application.token.EndSession;
import dev.sallyport.application.token.IssueTokens;
import dev.sallyport.application.token.ListSessions;
import dev.sallyport.application.token.ListUserSessions;
import dev.sallyport.application.token.OpenSession;
import dev.sallyport.application.token.RefreshSession;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignOut;
import dev.sallyport.application.token.SignOutEverywhere;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.token.VerifyAccess;
import dev.sallyport.application.user.ActivateUser;
import dev.sallyport.application.user.AddUser;
import dev.sallyport.application.user.Administration;
import dev.sallyport.application.user.AssignRole;
import dev.sallyport.application.user.ChangeProfile;
import dev.sallyport.application.user.CreateUser;
import dev.sallyport.application.user.DeleteAccount;
import dev.sallyport.application.user.DeleteUser;
import dev.sallyport.application.user.DeletedRetention;
import dev.sallyport.application.user.DraftAccount;
import dev.sallyport.application.user.EndUserSessions;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.ListUsers;
import dev.sallyport.application.user.PurgeAccount;
import dev.sallyport.application.user.PurgeDeleted;
import dev.sallyport.application.user.PurgeUser;
import dev.sallyport.application.user.ReadProfile;
import dev.sallyport.application.user.ReadUser;
import dev.sallyport.application.user.RegisterAccount;
import dev.sallyport.application.user.ReplaceUser;
import dev.sallyport.application.user.RestoreUser;
import dev.sallyport.application.user.SuspendUser;
import dev.sallyport.application.user.UnlockUser;
import dev.sallyport.application.user.UpdateUser;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.password.CommonPasswords;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordPolicy;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.Credentials;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;

/**
 * The use cases over stores in memory. They reach the stores over a {@link Wire}; a test that looks behind the scenes asks the
 * stores themselves.
 */
public final class House {

    /** What everybody here signs in with, until they change it. */
    public static final Password PASSWORD = new Password("Analytical-Engine-1843");

    public static final Password WRONG = new Password("Difference-Engine-1822");
    public static final Password COMMON = new Password("Password1!");
    public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);

    public final SteppingClock clock = SteppingClock.fixed();
    public final QuickHasher hasher = new QuickHasher();
    public final PlainAccessTokens accessTokens = new PlainAccessTokens(clock);
    public final RefreshTokens refreshTokens = new RefreshTokens(new SecretKeySpec(new byte[32], "HmacSHA256"));
    public final Journal journal = new Journal();
    public final UserStore users = new MemoryUserStore();
    public final IntentionStore intentions = new MemoryIntentionStore();
    public final ApiKeyStore apiKeys = new MemoryApiKeyStore();
    public final OneTimeTokenStore oneTimeTokens = new MemoryOneTimeTokenStore();
    public final AuditStore auditStore = new MemoryAuditStore();
    public final SessionStore sessions = new MemorySessionStore();
    public final RoleStore roles = new MemoryRoleStore();
    public final Wire wire = new Wire();
    public final Together together;

    public final SignIn signIn;
    public final RefreshSession refreshSession;
    public final VerifyAccess verifyAccess;
    public final SignOut signOut;
    public final SignOutEverywhere signOutEverywhere;
    public final ListSessions listSessions;
    public final EndSession endSession;
    public final EndOtherSessions endOtherSessions;
    public final RegisterAccount registerAccount;
    public final ReadProfile readProfile;
    public final ChangeProfile changeProfile;
    public final DeleteAccount deleteAccount;
    public final ChangePassword changePassword;
    public final ShowPermissions showPermissions;
    public final ListUsers listUsers;
    public final ReadUser readUser;
    public final CreateUser createUser;
    public final UpdateUser updateUser;
    public final AssignRole assignRole;
    public final SuspendUser suspendUser;
    public final ActivateUser activateUser;
    public final UnlockUser unlockUser;
    public final DeleteUser deleteUser;
    public final RestoreUser restoreUser;
    public final PurgeUser purgeUser;
    public final PurgeDeleted purgeDeleted;
    public final ListUserSessions listUserSessions;
    public final EndUserSessions endUserSessions;
    public final ListRoles listRoles;
    public final ReadRole readRole;
    public final DefineRole defineRole;
    public final RedefineRole redefineRole;
    public final RemoveRole removeRole;
    public final CreateApiKey createApiKey;
    public final ListApiKeys listApiKeys;
    public final RotateApiKey rotateApiKey;
    public final RevokeApiKey revokeApiKey;
    public final VerifyApiKey verifyApiKey;
    public final SetUp setUp;
    public final OfferSetUp offerSetUp;
    public final BootstrapAdmin bootstrapAdmin;

    public House() {
        this(SessionPolicy.DEFAULT, ThrottlePolicy.DEFAULT, false);
    }

    public House(SessionPolicy policy) {
        this(policy, ThrottlePolicy.DEFAULT, false);
    }

    public House(ThrottlePolicy throttlePolicy) {
        this(SessionPolicy.DEFAULT, throttlePolicy, false);
    }

    /** One where even what goes out together goes in a fixed order, so that its calls can be numbered and its waits counted. */
    public static House inStep() {
        return inStep(SessionPolicy.DEFAULT);
    }

    public static House inStep(SessionPolicy policy) {
        return new House(policy, ThrottlePolicy.DEFAULT, true);
    }

    private House(SessionPolicy policy, ThrottlePolicy throttlePolicy, boolean inStep) {
        together = new Together(inStep ? wire::inStep : Executors::newVirtualThreadPerTaskExecutor);
        UserStore users = wire.to(UserStore.class, this.users);
        SessionStore sessions = wire.to(SessionStore.class, this.sessions);
        AttemptLimiter limiter = wire.to(AttemptLimiter.class, new MemoryAttemptLimiter());
        CommonPasswords common = COMMON::equals;
        Audit audit = new Audit(wire.to(AuditLog.class, journal), clock, People.RANDOM);
        Throttle throttle = new Throttle(limiter, throttlePolicy, audit, clock);
        RoleStore roles = wire.to(RoleStore.class, this.roles);
        IntentionStore intentions = wire.to(IntentionStore.class, this.intentions);
        ApiKeyStore apiKeys = wire.to(ApiKeyStore.class, this.apiKeys);
        OneTimeTokenStore oneTimeTokens = wire.to(OneTimeTokenStore.class, this.oneTimeTokens);
        FindRole findRole = new FindRole(roles);
        FindActor actors = new FindActor(users, findRole, clock);
        Announcements announcements = new Announcements(intentions, clock, People.RANDOM);
        SuperAdmins superAdmins = new SuperAdmins(users, announcements);
        KnownRoles knownRoles = new KnownRoles(roles, announcements);
        AuditStore auditStore = wire.to(AuditStore.class, this.auditStore);
        PurgeAccount purgeAccount = new PurgeAccount(users, auditStore);
        purgeDeleted =
                new PurgeDeleted(users, sessions, auditStore, purgeAccount, DeletedRetention.DEFAULT, audit, clock);
        ReplaceUser replaceUser = new ReplaceUser(users, superAdmins, knownRoles, purgeDeleted);
        AddUser addUser = new AddUser(users, purgeDeleted);
        JudgePassword judge = new JudgePassword(PasswordPolicy.DEFAULT, common);
        CheckPassword check = new CheckPassword(hasher, throttle, audit);
        IssueTokens issue =
                new IssueTokens(accessTokens, refreshTokens, findRole, ACCESS_LIFETIME, clock, People.RANDOM);
        OpenSession open = new OpenSession(users, sessions, policy, issue, audit, together, clock, People.RANDOM);

        DraftAccount draft = new DraftAccount(judge, clock, People.RANDOM);
        Administration administration =
                new Administration(actors, users, findRole, replaceUser, sessions, audit, together, clock);
        FirstSuperAdmin first = new FirstSuperAdmin(superAdmins, announcements, addUser, audit);
        FindApiKey findApiKey = new FindApiKey(actors, apiKeys);

        signIn = new SignIn(users, hasher, throttle, open, audit, together, clock);
        refreshSession = new RefreshSession(sessions, users, refreshTokens, issue, policy, audit, clock);
        verifyAccess = new VerifyAccess(accessTokens, sessions, clock);
        signOut = new SignOut(sessions, audit);
        signOutEverywhere = new SignOutEverywhere(actors, sessions, audit);
        listSessions = new ListSessions(actors, sessions, clock);
        endSession = new EndSession(actors, sessions, audit);
        endOtherSessions = new EndOtherSessions(actors, sessions, audit);
        registerAccount = new RegisterAccount(addUser, draft, hasher, throttle, open, audit, together);
        readProfile = new ReadProfile(actors);
        changeProfile = new ChangeProfile(actors, replaceUser, audit, clock);
        deleteAccount = new DeleteAccount(actors, check, replaceUser, sessions, audit, clock);
        changePassword = new ChangePassword(actors, check, judge, hasher, users, sessions, audit, together, clock);
        showPermissions = new ShowPermissions(actors);
        listUsers = new ListUsers(actors, users, clock);
        readUser = new ReadUser(actors, users, clock);
        createUser = new CreateUser(actors, knownRoles, draft, hasher, addUser, audit);
        updateUser = new UpdateUser(administration);
        assignRole = new AssignRole(administration, knownRoles);
        suspendUser = new SuspendUser(administration);
        activateUser = new ActivateUser(administration);
        unlockUser = new UnlockUser(administration, limiter, audit);
        deleteUser = new DeleteUser(administration);
        restoreUser = new RestoreUser(administration, DeletedRetention.DEFAULT);
        purgeUser = new PurgeUser(administration, purgeAccount);
        listUserSessions = new ListUserSessions(actors, users, sessions, clock);
        endUserSessions = new EndUserSessions(administration, sessions, audit);
        listRoles = new ListRoles(actors, roles);
        readRole = new ReadRole(actors, knownRoles);
        defineRole = new DefineRole(actors, roles, audit);
        redefineRole = new RedefineRole(actors, roles, audit);
        removeRole = new RemoveRole(actors, roles, users, announcements, audit);
        createApiKey = new CreateApiKey(actors, apiKeys, audit, clock, People.RANDOM);
        listApiKeys = new ListApiKeys(actors, apiKeys);
        rotateApiKey = new RotateApiKey(findApiKey, apiKeys, audit, clock, People.RANDOM);
        revokeApiKey = new RevokeApiKey(findApiKey, apiKeys, audit);
        verifyApiKey = new VerifyApiKey(apiKeys, throttle, together, clock);
        setUp = new SetUp(first, oneTimeTokens, draft, hasher, throttle, open, clock);
        offerSetUp = new OfferSetUp(first, oneTimeTokens, clock, People.RANDOM);
        bootstrapAdmin = new BootstrapAdmin(first, draft, hasher);
    }

    /** Somebody has an account, with {@link #PASSWORD}. */
    public User moveIn(User person) {
        Credentials credentials = new Credentials(QuickHasher.hash(PASSWORD, 1), 1);
        User tenant = with(person, credentials, person.status(), person.role().role(), 1);
        assertThat(users.add(tenant)).isEqualTo(AddResult.ADDED);
        return tenant;
    }

    /** Somebody's account comes to have a status, as if an administrator had seen to it. */
    public User put(User tenant, UserStatus status) {
        return rewrite(tenant, status, tenant.role().role());
    }

    /** Somebody's account comes to have a role, as if an administrator had seen to it. */
    public User put(User tenant, RoleName role) {
        return rewrite(tenant, tenant.status(), role);
    }

    /** Somebody's account as it stands in the store. */
    public User now(User tenant) {
        return users.find(tenant.id()).orElseThrow();
    }

    public SignIn.Result attempt(User tenant, Password password) {
        return attempt(tenant, password, People.LAPTOP);
    }

    public SignIn.Result attempt(User tenant, Password password, Origin origin) {
        return signIn.signIn(new SignIn.Name.ByEmail(tenant.email().value()), password, origin);
    }

    public SignedIn signIn(User tenant) {
        return signIn(tenant, People.LAPTOP);
    }

    public SignedIn signIn(User tenant, Origin origin) {
        return ((SignIn.Result.Success) attempt(tenant, PASSWORD, origin)).signedIn();
    }

    public Caller.InSession caller(SignedIn signedIn) {
        return ((VerifyAccess.Result.Granted) verifyAccess.verify(signedIn.accessToken())).caller();
    }

    /** Somebody makes a key that acts for them. */
    public NewApiKey makeKey(Caller creator, Permission... permissions) {
        return makeKey(creator, false, permissions);
    }

    /** Somebody makes a key that stands for itself. */
    public NewApiKey makeServiceKey(Caller creator, Permission... permissions) {
        return makeKey(creator, true, permissions);
    }

    private NewApiKey makeKey(Caller creator, boolean serviceAccount, Permission... permissions) {
        CreateApiKey.Form form = new CreateApiKey.Form(
                new ApiKeyName("Nightly import"), new TreeSet<>(List.of(permissions)), serviceAccount, null);
        return ((CreateApiKey.Result.Created) createApiKey.create(creator, form, People.PHONE)).created();
    }

    public Caller.WithKey caller(NewApiKey key) {
        return ((VerifyApiKey.Result.Granted) verifyApiKey.verify(key.text().reveal(), People.PHONE)).caller();
    }

    public SignedIn refresh(SignedIn signedIn) {
        return ((RefreshSession.Result.Refreshed) tryToRefresh(signedIn)).signedIn();
    }

    public RefreshSession.Result tryToRefresh(SignedIn signedIn) {
        return refreshSession.refresh(signedIn.refreshToken(), People.PHONE);
    }

    /** Somebody signs out with an access token. */
    public SignOut.Result signOut(SignedIn signedIn) {
        return signOut.signOut(claims(signedIn), People.LAPTOP);
    }

    /** What an access token says, if it is genuine and its time has not passed. */
    public AccessClaims claims(SignedIn signedIn) {
        return ((AccessTokens.Verification.Valid) accessTokens.verify(signedIn.accessToken())).claims();
    }

    /** Whether a request with this access token would be let in. */
    public boolean letsIn(SignedIn signedIn) {
        return verifyAccess.verify(signedIn.accessToken()) instanceof VerifyAccess.Result.Granted;
    }

    private User rewrite(User tenant, UserStatus status, RoleName role) {
        User present = now(tenant);
        User next = with(present, present.credentials(), status, role, present.version() + 1);
        assertThat(users.replace(present, next)).isEqualTo(ReplaceResult.REPLACED);
        return next;
    }

    private static User with(User person, Credentials credentials, UserStatus status, RoleName role, long version) {
        return new User(
                person.id(),
                person.email(),
                person.emailVerified(),
                person.profile(),
                credentials,
                RoleAssignment.global(role),
                status,
                null,
                version,
                person.createdAt(),
                person.updatedAt(),
                person.lastSignInAt(),
                person.deletedAt());
    }
}
