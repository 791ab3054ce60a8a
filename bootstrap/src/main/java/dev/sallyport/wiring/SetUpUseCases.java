package dev.sallyport.wiring;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.role.Announcements;
import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.application.setup.BootstrapAdmin;
import dev.sallyport.application.setup.FirstSuperAdmin;
import dev.sallyport.application.setup.OfferSetUp;
import dev.sallyport.application.setup.SetUp;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.token.OpenSession;
import dev.sallyport.application.user.AddUser;
import dev.sallyport.application.user.DraftAccount;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.token.OneTimeTokenStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The first Super Admin. */
@Factory
final class SetUpUseCases {

    @Singleton
    FirstSuperAdmin firstSuperAdmin(
            SuperAdmins superAdmins, Announcements announcements, AddUser addUser, Audit audit) {
        return new FirstSuperAdmin(superAdmins, announcements, addUser, audit);
    }

    @Singleton
    BootstrapAdmin bootstrapAdmin(FirstSuperAdmin firstSuperAdmin, DraftAccount draftAccount, PasswordHasher hasher) {
        return new BootstrapAdmin(firstSuperAdmin, draftAccount, hasher);
    }

    @Singleton
    OfferSetUp offerSetUp(
            FirstSuperAdmin firstSuperAdmin, OneTimeTokenStore tokens, InstantSource clock, SecureRandom random) {
        return new OfferSetUp(firstSuperAdmin, tokens, clock, random);
    }

    @Singleton
    SetUp setUp(
            FirstSuperAdmin firstSuperAdmin,
            OneTimeTokenStore tokens,
            DraftAccount draftAccount,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            InstantSource clock) {
        return new SetUp(firstSuperAdmin, tokens, draftAccount, hasher, throttle, openSession, clock);
    }
}
