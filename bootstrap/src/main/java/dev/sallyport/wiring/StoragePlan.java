package dev.sallyport.wiring;

import dev.sallyport.adapters.sql.H2Url;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.adapters.sql.SqlProperties;
import dev.sallyport.adapters.sql.SqlSettings;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which backend keeps what. Each axis is chosen by one URL; what is not chosen has no bean and opens no connection.
 *
 * @param accounts the backend of accounts, roles, keys and the audit log
 * @param tokens the backend of sessions and attempts
 * @param sqlUrl the one SQL database, if any axis is on it
 * @param embedded whether that is the H2 database in the data folder
 */
public record StoragePlan(Backend accounts, Backend tokens, Optional<String> sqlUrl, boolean embedded) {

    /** The property by which a wiring class knows that it is chosen. */
    static final String ACCOUNTS = "sallyport.wiring.accounts";

    static final String TOKENS = "sallyport.wiring.tokens";

    /** A technology that keeps things. */
    public enum Backend {
        SQL,
        MEMORY
    }

    public static StoragePlan of(Configuration configuration) {
        boolean embedded = configuration.storage().accounts().isEmpty();
        String accounts = configuration.storage().accounts().orElseGet(() -> embeddedUrl(configuration));
        String tokens = configuration.storage().tokens().orElse(accounts);
        Backend accountsBackend = backend(accounts, Setting.STORAGE_ACCOUNTS_URL);
        Backend tokensBackend = backend(tokens, Setting.STORAGE_TOKENS_URL);
        if (accountsBackend == Backend.SQL && tokensBackend == Backend.SQL && !accounts.equals(tokens)) {
            throw new SettingsException(
                    Setting.STORAGE_TOKENS_URL.fullName() + " (" + Setting.STORAGE_TOKENS_URL.variable()
                            + ") names another SQL database than " + Setting.STORAGE_ACCOUNTS_URL.fullName()
                            + "; leave it out to keep sessions beside the accounts.");
        }
        Optional<String> sqlUrl = accountsBackend == Backend.SQL
                ? Optional.of(accounts)
                : Optional.of(tokens).filter(url -> tokensBackend == Backend.SQL);
        return new StoragePlan(accountsBackend, tokensBackend, sqlUrl, embedded);
    }

    /** What Micronaut is told. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ACCOUNTS, accounts.name());
        properties.put(TOKENS, tokens.name());
        sqlUrl.map(StoragePlan::sqlSettings).ifPresent(sql -> properties.putAll(sqlProperties(sql)));
        return properties;
    }

    private Map<String, Object> sqlProperties(SqlSettings sql) {
        if (accounts == tokens) {
            return SqlProperties.both(sql);
        }
        return accounts == Backend.SQL ? SqlProperties.accounts(sql) : SqlProperties.tokens(sql);
    }

    private static SqlSettings sqlSettings(String url) {
        return new SqlSettings(url, Optional.of("sa"), Optional.of(""), 5, 20, Duration.ofSeconds(5));
    }

    /** For the start-up line; never with a password. */
    public String describe(Configuration configuration) {
        String where =
                embedded ? "H2 in " + configuration.data().toAbsolutePath().normalize() : describe(accounts);
        return accounts == tokens ? where : "accounts: " + where + ", tokens: " + describe(tokens);
    }

    private static String describe(Backend backend) {
        return switch (backend) {
            case SQL -> "H2";
            case MEMORY -> "memory (gone when the process ends)";
        };
    }

    private static Backend backend(String url, Setting setting) {
        if (url.equals("memory:")) {
            return Backend.MEMORY;
        }
        return SqlDialect.ofUrl(url)
                .map(dialect -> Backend.SQL)
                .orElseThrow(() -> SettingsException.notAllowed(setting));
    }

    private static String embeddedUrl(Configuration configuration) {
        try {
            return H2Url.in(configuration.data());
        } catch (IllegalArgumentException semicolon) {
            throw SettingsException.notAllowed(Setting.DATA);
        }
    }
}
