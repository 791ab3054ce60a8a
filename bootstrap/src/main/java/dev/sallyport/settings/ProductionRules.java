package dev.sallyport.settings;

import dev.sallyport.adapters.crypto.key.MasterKey;
import java.util.Optional;

/** What a start in production refuses: nobody should learn from an incident that a default was meant for trying out. */
public final class ProductionRules {

    private ProductionRules() {}

    /**
     * Before anything is read or made, so that a refused start leaves nothing behind. Throws {@link SettingsException} for the first
     * thing that is unsafe, if this is production.
     */
    public static void check(Configuration configuration) {
        if (!configuration.production()) {
            return;
        }
        if (configuration.masterKey().isMissing()) {
            throw new SettingsException(
                    "In production the master key is not generated but given: keep one where you keep"
                            + " secrets and name it with " + Setting.MASTER_KEY_FILE.bothNames() + " or "
                            + Setting.MASTER_KEY.bothNames() + "; openssl rand -base64 32 makes one.");
        }
        refuseMemory(Setting.STORAGE_ACCOUNTS_URL, configuration.storage().accounts());
        refuseMemory(Setting.STORAGE_TOKENS_URL, configuration.storage().tokens());
        if (!configuration.accessTokens().issuer().startsWith("https://")) {
            throw new SettingsException("In production " + Setting.TOKENS_ISSUER.bothNames()
                    + " must be the https URL that clients know this service by.");
        }
        if (configuration.http().corsOrigins().contains("*")) {
            throw new SettingsException("In production " + Setting.CORS_ORIGINS.bothNames()
                    + " names the origins that may call; * is not allowed.");
        }
    }

    /** A restart would forget everybody, and a second instance knows nothing of what the first one keeps. */
    private static void refuseMemory(Setting setting, Optional<Database> database) {
        if (database.equals(Optional.of(Database.MEMORY))) {
            throw new SettingsException("In production " + setting.bothNames() + " may not be memory:, which a restart"
                    + " empties; name a database.");
        }
    }

    /** The key is known now: the file may be one that an earlier start, not in production, made. */
    public static void check(Configuration configuration, MasterKey masterKey) {
        if (configuration.production() && masterKey.generated()) {
            throw new SettingsException("In production " + Setting.MASTER_KEY_FILE.bothNames()
                    + " may not be a file that Sallyport generated; if the data needs this key, copy it to where you keep"
                    + " secrets, without the first line, and name that file.");
        }
    }
}
