package dev.sallyport.settings;

import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.Email;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is to be the first Super Admin.
 *
 * @param given the password; empty if it is in the file
 */
public record FirstAdmin(String email, Optional<Password> given, Optional<Path> file) {

    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\R\\z");

    /** Throws {@link SettingsException} unless there is an address and one password, or neither. */
    static Optional<FirstAdmin> of(Settings settings) {
        Optional<Password> given =
                settings.optional(Setting.BOOTSTRAP_ADMIN_PASSWORD).map(Password::new);
        Optional<Path> file = settings.optional(Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE)
                .map(name -> settings.path(Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE));
        Optional<FirstAdmin> admin =
                settings.optional(Setting.BOOTSTRAP_ADMIN_EMAIL).map(email -> new FirstAdmin(email, given, file));
        refuseTwoPasswords(given, file);
        if (admin.isEmpty() && (given.isPresent() || file.isPresent())) {
            throw new SettingsException("There is a password for the first Super Admin, and no address; give "
                    + Setting.BOOTSTRAP_ADMIN_EMAIL.bothNames() + " as well.");
        }
        admin.ifPresent(FirstAdmin::check);
        return admin;
    }

    private static void refuseTwoPasswords(Optional<Password> given, Optional<Path> file) {
        if (given.isPresent() && file.isPresent()) {
            throw new SettingsException("Both " + Setting.BOOTSTRAP_ADMIN_PASSWORD.bothNames() + " and "
                    + Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE.bothNames() + " are given; give one of them.");
        }
    }

    private void check() {
        if (Email.parse(email).isEmpty()) {
            throw SettingsException.notAllowed(Setting.BOOTSTRAP_ADMIN_EMAIL);
        }
        if (given.isEmpty() && file.isEmpty()) {
            throw new SettingsException(Setting.BOOTSTRAP_ADMIN_EMAIL.bothNames()
                    + " is given without a password, and there is no default one; give "
                    + Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE.bothNames() + " or "
                    + Setting.BOOTSTRAP_ADMIN_PASSWORD.bothNames() + ".");
        }
    }

    /** Throws {@link SettingsException} if it is in a file that cannot be read. A line break at the file's end is none of it. */
    public Password password() {
        return given.or(() -> file.map(FirstAdmin::read)).orElseThrow();
    }

    /** What the password is configured by. */
    public Setting passwordSetting() {
        return given.isPresent() ? Setting.BOOTSTRAP_ADMIN_PASSWORD : Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE;
    }

    private static Password read(Path file) {
        try {
            return new Password(LAST_LINE_BREAK.matcher(Files.readString(file)).replaceFirst(""));
        } catch (IOException e) {
            throw new SettingsException(Setting.BOOTSTRAP_ADMIN_PASSWORD_FILE.bothNames() + " names " + file
                    + ", which is no text that this user may read; put the password there, or name another file.");
        }
    }
}
