package dev.sallyport;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.setup.BootstrapAdmin;
import dev.sallyport.application.setup.OfferSetUp;
import dev.sallyport.application.setup.OfferSetUp.Result.Offered;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.domain.password.PasswordPolicy.CharacterKind;
import dev.sallyport.domain.password.PasswordPolicy.Violation;
import dev.sallyport.settings.FirstAdmin;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it at the start that a service without a Super Admin gets one: the one that is configured, or whoever reads the offer. */
record Founding(BootstrapAdmin bootstrapAdmin, OfferSetUp offerSetUp) {

    private static final Logger LOG = LoggerFactory.getLogger(Founding.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** Returns what to tell the operator, if there is no Super Admin. Throws {@link SettingsException} if the configured one cannot be made. */
    Optional<Offered> prepare(Optional<FirstAdmin> configured) {
        if (configured.isPresent()) {
            make(configured.get());
            return Optional.empty();
        }
        return switch (offerSetUp.offer()) {
            case Offered offered -> Optional.of(offered);
            case OfferSetUp.Result.NotNeeded() -> Optional.empty();
        };
    }

    private void make(FirstAdmin admin) {
        BootstrapAdmin.Result result = tryToMake(admin);
        while (result instanceof BootstrapAdmin.Result.Undecided) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            result = tryToMake(admin);
        }
        switch (result) {
            case BootstrapAdmin.Result.Made _ ->
                LOG.info("Made the Super Admin of {}.", Setting.BOOTSTRAP_ADMIN_EMAIL.fullName());
            case BootstrapAdmin.Result.NotNeeded(), BootstrapAdmin.Result.Undecided() -> {}
            case BootstrapAdmin.Result.Invalid(List<InputProblem> problems) ->
                throw new SettingsException(words(problems.getFirst(), admin));
            case BootstrapAdmin.Result.EmailTaken() ->
                throw new SettingsException(Setting.BOOTSTRAP_ADMIN_EMAIL.bothNames()
                        + " belongs to an account that is no Super Admin; name another address.");
        }
    }

    private BootstrapAdmin.Result tryToMake(FirstAdmin admin) {
        return bootstrapAdmin.make(() -> new AccountForm(admin.email(), admin.password(), null, null));
    }

    private static String words(InputProblem problem, FirstAdmin admin) {
        return switch (problem) {
            case InputProblem.PasswordUnacceptable(Violation violation) ->
                admin.passwordSetting().bothNames() + " " + words(violation) + "; choose another password.";
            case InputProblem.EmailInvalid _,
                    InputProblem.UsernameInvalid _,
                    InputProblem.DisplayNameInvalid _,
                    InputProblem.MetadataTooLarge _ ->
                throw new IllegalStateException("Only the password was not judged when the settings were read");
        };
    }

    private static String words(Violation violation) {
        return switch (violation) {
            case Violation.TooShort(int min) -> "has fewer than " + min + " characters";
            case Violation.TooLong(int max) -> "has more than " + max + " characters";
            case Violation.TooWeak(var missing) ->
                "has no " + words(missing.iterator().next());
            case Violation.SameAsIdentity() -> "is the part of the address before the @";
            case Violation.TooCommon() -> "is one that attackers try first";
        };
    }

    private static String words(CharacterKind kind) {
        return switch (kind) {
            case UPPER -> "upper-case letter";
            case LOWER -> "lower-case letter";
            case DIGIT -> "digit";
            case SPECIAL -> "character beside letters and digits";
        };
    }
}
