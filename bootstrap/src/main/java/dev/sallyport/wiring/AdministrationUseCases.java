package dev.sallyport.wiring;

import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.password.JudgePassword;
import dev.sallyport.application.role.Announcements;
import dev.sallyport.application.role.DefineRole;
import dev.sallyport.application.role.FindRole;
import dev.sallyport.application.role.KnownRoles;
import dev.sallyport.application.role.ListRoles;
import dev.sallyport.application.role.ReadRole;
import dev.sallyport.application.role.RedefineRole;
import dev.sallyport.application.role.RemoveRole;
import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.application.token.ListUserSessions;
import dev.sallyport.application.user.ActivateUser;
import dev.sallyport.application.user.AddUser;
import dev.sallyport.application.user.Administration;
import dev.sallyport.application.user.AssignRole;
import dev.sallyport.application.user.CreateUser;
import dev.sallyport.application.user.DeleteUser;
import dev.sallyport.application.user.DeletedRetention;
import dev.sallyport.application.user.DraftAccount;
import dev.sallyport.application.user.EndUserSessions;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.ListUsers;
import dev.sallyport.application.user.PurgeAccount;
import dev.sallyport.application.user.PurgeDeleted;
import dev.sallyport.application.user.PurgeUser;
import dev.sallyport.application.user.ReadUser;
import dev.sallyport.application.user.ReplaceUser;
import dev.sallyport.application.user.RestoreUser;
import dev.sallyport.application.user.SuspendUser;
import dev.sallyport.application.user.UnlockUser;
import dev.sallyport.application.user.UpdateUser;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What administrators do with accounts and roles. */
@Factory
final class AdministrationUseCases {

    @Singleton
    Announcements announcements(IntentionStore store, InstantSource clock, SecureRandom random) {
        return new Announcements(store, clock, random);
    }

    @Singleton
    SuperAdmins superAdmins(UserStore users, Announcements announcements) {
        return new SuperAdmins(users, announcements);
    }

    @Singleton
    ReplaceUser replaceUser(
            UserStore users, SuperAdmins superAdmins, KnownRoles knownRoles, PurgeDeleted purgeDeleted) {
        return new ReplaceUser(users, superAdmins, knownRoles, purgeDeleted);
    }

    @Singleton
    DraftAccount draftAccount(JudgePassword judgePassword, InstantSource clock, SecureRandom random) {
        return new DraftAccount(judgePassword, clock, random);
    }

    @Singleton
    AddUser addUser(UserStore users, PurgeDeleted purgeDeleted) {
        return new AddUser(users, purgeDeleted);
    }

    @Singleton
    PurgeAccount purgeAccount(UserStore users, AuditStore auditStore) {
        return new PurgeAccount(users, auditStore);
    }

    @Singleton
    PurgeDeleted purgeDeleted(
            UserStore users,
            SessionStore sessions,
            AuditStore auditStore,
            PurgeAccount purgeAccount,
            DeletedRetention retention,
            Audit audit,
            InstantSource clock) {
        return new PurgeDeleted(users, sessions, auditStore, purgeAccount, retention, audit, clock);
    }

    @Singleton
    Administration administration(
            FindActor actors,
            UserStore users,
            FindRole roles,
            ReplaceUser replaceUser,
            SessionStore sessions,
            Audit audit,
            Together together,
            InstantSource clock) {
        return new Administration(actors, users, roles, replaceUser, sessions, audit, together, clock);
    }

    @Singleton
    ListUsers listUsers(FindActor actors, UserStore users, InstantSource clock) {
        return new ListUsers(actors, users, clock);
    }

    @Singleton
    ReadUser readUser(FindActor actors, UserStore users, InstantSource clock) {
        return new ReadUser(actors, users, clock);
    }

    @Singleton
    CreateUser createUser(
            FindActor actors,
            KnownRoles roles,
            DraftAccount draftAccount,
            PasswordHasher hasher,
            AddUser addUser,
            Audit audit) {
        return new CreateUser(actors, roles, draftAccount, hasher, addUser, audit);
    }

    @Singleton
    UpdateUser updateUser(Administration administration) {
        return new UpdateUser(administration);
    }

    @Singleton
    SuspendUser suspendUser(Administration administration) {
        return new SuspendUser(administration);
    }

    @Singleton
    ActivateUser activateUser(Administration administration) {
        return new ActivateUser(administration);
    }

    @Singleton
    UnlockUser unlockUser(Administration administration, AttemptLimiter attempts, Audit audit) {
        return new UnlockUser(administration, attempts, audit);
    }

    @Singleton
    DeleteUser deleteUser(Administration administration) {
        return new DeleteUser(administration);
    }

    @Singleton
    RestoreUser restoreUser(Administration administration, DeletedRetention retention) {
        return new RestoreUser(administration, retention);
    }

    @Singleton
    PurgeUser purgeUser(Administration administration, PurgeAccount purgeAccount) {
        return new PurgeUser(administration, purgeAccount);
    }

    @Singleton
    AssignRole assignRole(Administration administration, KnownRoles knownRoles) {
        return new AssignRole(administration, knownRoles);
    }

    @Singleton
    ListUserSessions listUserSessions(FindActor actors, UserStore users, SessionStore sessions, InstantSource clock) {
        return new ListUserSessions(actors, users, sessions, clock);
    }

    @Singleton
    EndUserSessions endUserSessions(Administration administration, SessionStore sessions, Audit audit) {
        return new EndUserSessions(administration, sessions, audit);
    }

    @Singleton
    KnownRoles knownRoles(RoleStore roles, Announcements announcements) {
        return new KnownRoles(roles, announcements);
    }

    @Singleton
    ListRoles listRoles(FindActor actors, RoleStore roles) {
        return new ListRoles(actors, roles);
    }

    @Singleton
    ReadRole readRole(FindActor actors, KnownRoles roles) {
        return new ReadRole(actors, roles);
    }

    @Singleton
    DefineRole defineRole(FindActor actors, RoleStore roles, Audit audit) {
        return new DefineRole(actors, roles, audit);
    }

    @Singleton
    RedefineRole redefineRole(FindActor actors, RoleStore roles, Audit audit) {
        return new RedefineRole(actors, roles, audit);
    }

    @Singleton
    RemoveRole removeRole(
            FindActor actors, RoleStore roles, UserStore users, Announcements announcements, Audit audit) {
        return new RemoveRole(actors, roles, users, announcements, audit);
    }
}
