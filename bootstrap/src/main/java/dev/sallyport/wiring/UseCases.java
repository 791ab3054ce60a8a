package dev.sallyport.wiring;

import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.password.ChangePassword;
import dev.sallyport.application.password.CheckPassword;
import dev.sallyport.application.password.JudgePassword;
import dev.sallyport.application.role.FindRole;
import dev.sallyport.application.role.ShowPermissions;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.token.EndOtherSessions;
import dev.sallyport.application.token.EndSession;
import dev.sallyport.application.token.IssueTokens;
import dev.sallyport.application.token.ListSessions;
import dev.sallyport.application.token.OpenSession;
import dev.sallyport.application.token.RefreshSession;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignOut;
import dev.sallyport.application.token.SignOutEverywhere;
import dev.sallyport.application.token.VerifyAccess;
import dev.sallyport.application.user.AddUser;
import dev.sallyport.application.user.ChangeProfile;
import dev.sallyport.application.user.DeleteAccount;
import dev.sallyport.application.user.DraftAccount;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.ReadProfile;
import dev.sallyport.application.user.RegisterAccount;
import dev.sallyport.application.user.ReplaceUser;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.password.CommonPasswords;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.password.PasswordPolicy;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/** What people do with their own accounts, over the ports: plain constructors, so that application knows no framework. */
@Factory
final class UseCases {

    @Singleton
    Together together() {
        return new Together(Executors::newVirtualThreadPerTaskExecutor);
    }

    @Singleton
    Audit audit(AuditLog log, InstantSource clock, SecureRandom random) {
        return new Audit(log, clock, random);
    }

    @Singleton
    Throttle throttle(AttemptLimiter limiter, ThrottlePolicy policy, Audit audit, InstantSource clock) {
        return new Throttle(limiter, policy, audit, clock);
    }

    @Singleton
    FindRole findRole(RoleStore roles) {
        return new FindRole(roles);
    }

    @Singleton
    ShowPermissions showPermissions(FindActor actors) {
        return new ShowPermissions(actors);
    }

    @Singleton
    FindActor findActor(UserStore users, FindRole roles, InstantSource clock) {
        return new FindActor(users, roles, clock);
    }

    @Singleton
    IssueTokens issueTokens(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            FindRole roles,
            Configuration configuration,
            InstantSource clock,
            SecureRandom random) {
        return new IssueTokens(accessTokens, refreshTokens, roles, configuration.accessLifetime(), clock, random);
    }

    @Singleton
    OpenSession openSession(
            UserStore users,
            SessionStore sessions,
            SessionPolicy policy,
            IssueTokens tokens,
            Audit audit,
            Together together,
            InstantSource clock,
            SecureRandom random) {
        return new OpenSession(users, sessions, policy, tokens, audit, together, clock, random);
    }

    @Singleton
    SignIn signIn(
            UserStore users,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            Audit audit,
            Together together,
            InstantSource clock) {
        return new SignIn(users, hasher, throttle, openSession, audit, together, clock);
    }

    @Singleton
    RefreshSession refreshSession(
            SessionStore sessions,
            UserStore users,
            RefreshTokens refreshTokens,
            IssueTokens tokens,
            SessionPolicy policy,
            Audit audit,
            InstantSource clock) {
        return new RefreshSession(sessions, users, refreshTokens, tokens, policy, audit, clock);
    }

    @Singleton
    VerifyAccess verifyAccess(AccessTokens tokens, SessionStore sessions, InstantSource clock) {
        return new VerifyAccess(tokens, sessions, clock);
    }

    @Singleton
    SignOut signOut(SessionStore sessions, Audit audit) {
        return new SignOut(sessions, audit);
    }

    @Singleton
    SignOutEverywhere signOutEverywhere(FindActor actors, SessionStore sessions, Audit audit) {
        return new SignOutEverywhere(actors, sessions, audit);
    }

    @Singleton
    ListSessions listSessions(FindActor actors, SessionStore sessions, InstantSource clock) {
        return new ListSessions(actors, sessions, clock);
    }

    @Singleton
    EndSession endSession(FindActor actors, SessionStore sessions, Audit audit) {
        return new EndSession(actors, sessions, audit);
    }

    @Singleton
    EndOtherSessions endOtherSessions(FindActor actors, SessionStore sessions, Audit audit) {
        return new EndOtherSessions(actors, sessions, audit);
    }

    @Singleton
    RegisterAccount registerAccount(
            AddUser addUser,
            DraftAccount draftAccount,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            Audit audit,
            Together together) {
        return new RegisterAccount(addUser, draftAccount, hasher, throttle, openSession, audit, together);
    }

    @Singleton
    ReadProfile readProfile(FindActor actors) {
        return new ReadProfile(actors);
    }

    @Singleton
    ChangeProfile changeProfile(FindActor actors, ReplaceUser replaceUser, Audit audit, InstantSource clock) {
        return new ChangeProfile(actors, replaceUser, audit, clock);
    }

    @Singleton
    DeleteAccount deleteAccount(
            FindActor actors,
            CheckPassword checkPassword,
            ReplaceUser replaceUser,
            SessionStore sessions,
            Audit audit,
            InstantSource clock) {
        return new DeleteAccount(actors, checkPassword, replaceUser, sessions, audit, clock);
    }

    @Singleton
    JudgePassword judgePassword(PasswordPolicy policy, CommonPasswords common) {
        return new JudgePassword(policy, common);
    }

    @Singleton
    CheckPassword checkPassword(PasswordHasher hasher, Throttle throttle, Audit audit) {
        return new CheckPassword(hasher, throttle, audit);
    }

    @Singleton
    ChangePassword changePassword(
            FindActor actors,
            CheckPassword checkPassword,
            JudgePassword judgePassword,
            PasswordHasher hasher,
            UserStore users,
            SessionStore sessions,
            Audit audit,
            Together together,
            InstantSource clock) {
        return new ChangePassword(
                actors, checkPassword, judgePassword, hasher, users, sessions, audit, together, clock);
    }
}
