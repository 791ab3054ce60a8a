package dev.sallyport.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * Where things are kept, and how long to wait for it.
 *
 * @param accounts empty for the embedded database
 * @param tokens empty for where accounts are
 * @param timeout for a connection, and for an answer
 * @param patience for a store that is not there yet when the service starts
 * @param sqlPool connections to each SQL database
 * @param mongoPool connections to each MongoDB
 */
public record Storage(
        Optional<Database> accounts,
        Optional<Database> tokens,
        Duration timeout,
        Duration patience,
        Pool sqlPool,
        Pool mongoPool) {

    /** How many connections there are, used or idle. */
    public record Pool(int min, int max) {}

    static Storage of(Settings settings) {
        return new Storage(
                database(
                        settings,
                        Setting.STORAGE_ACCOUNTS_URL,
                        Setting.STORAGE_ACCOUNTS_USER,
                        Setting.STORAGE_ACCOUNTS_PASSWORD),
                database(
                        settings,
                        Setting.STORAGE_TOKENS_URL,
                        Setting.STORAGE_TOKENS_USER,
                        Setting.STORAGE_TOKENS_PASSWORD),
                settings.duration(Setting.STORAGE_TIMEOUT),
                settings.duration(Setting.STORAGE_WAIT),
                pool(settings, Setting.STORAGE_SQL_POOL_MIN, Setting.STORAGE_SQL_POOL_MAX),
                pool(settings, Setting.STORAGE_MONGO_POOL_MIN, Setting.STORAGE_MONGO_POOL_MAX));
    }

    /** The same in other places. */
    public Storage at(Database otherAccounts, Database otherTokens) {
        return new Storage(Optional.of(otherAccounts), Optional.of(otherTokens), timeout, patience, sqlPool, mongoPool);
    }

    private static Optional<Database> database(Settings settings, Setting url, Setting user, Setting password) {
        Optional<Database> database = settings.optional(url)
                .map(place -> new Database(place, settings.optional(user), settings.optional(password)));
        if (database.isEmpty()) {
            refuse(settings, user, url);
            refuse(settings, password, url);
        }
        return database;
    }

    private static void refuse(Settings settings, Setting given, Setting missing) {
        if (settings.optional(given).isPresent()) {
            throw new SettingsException(
                    given.bothNames() + " is given without " + missing.bothNames() + "; give both, or leave it out.");
        }
    }

    private static Pool pool(Settings settings, Setting least, Setting most) {
        int min = settings.number(least);
        int max = settings.number(most);
        if (max < min) {
            throw new SettingsException(
                    most.bothNames() + " is below " + least.bothNames() + "; it must be as high at least.");
        }
        return new Pool(min, max);
    }
}
