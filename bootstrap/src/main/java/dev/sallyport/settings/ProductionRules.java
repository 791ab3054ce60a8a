package dev.sallyport.settings;

import dev.sallyport.adapters.crypto.key.MasterKey;

/** What a start in production refuses: nobody should learn from an incident that a default was meant for trying out. */
public final class ProductionRules {

    private ProductionRules() {}

    /** Throws {@link SettingsException} for the first thing that is unsafe, if this is production. */
    public static void check(Configuration configuration, MasterKey masterKey) {
        if (!configuration.production()) {
            return;
        }
        if (masterKey.generated()) {
            throw new SettingsException(
                    "In production the master key is not generated but given: keep one where you keep secrets"
                            + " and name it with " + Setting.MASTER_KEY_FILE.fullName() + " ("
                            + Setting.MASTER_KEY_FILE.variable()
                            + ") or " + Setting.MASTER_KEY.fullName() + " (" + Setting.MASTER_KEY.variable()
                            + "); openssl rand -base64 32 makes one.");
        }
        if (!configuration.accessTokens().issuer().startsWith("https://")) {
            throw new SettingsException("In production " + Setting.TOKENS_ISSUER.fullName() + " ("
                    + Setting.TOKENS_ISSUER.variable() + ") must be the https URL that clients know this service by.");
        }
        if (configuration.http().corsOrigins().contains("*")) {
            throw new SettingsException("In production " + Setting.CORS_ORIGINS.fullName() + " ("
                    + Setting.CORS_ORIGINS.variable() + ") names the origins that may call; * is not allowed.");
        }
    }
}
