package dev.sallyport.move;

import dev.sallyport.command.Arguments;
import dev.sallyport.command.UsageException;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Database;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.settings.Storage;
import dev.sallyport.wiring.StoragePlan;
import java.time.Duration;
import java.util.Optional;

/**
 * The databases of one side of a move. What the command does not name is as the service is configured; tokens are where the accounts
 * are if only those are named.
 *
 * @param storage nothing for accounts means the embedded database
 */
record Side(Storage storage, StoragePlan plan) {

    /** Answers take longer here than in a service: whole tables are counted, and hundreds of records are one write. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The names of a side's options, to be told from each other in what is refused. */
    record Names(Command.Option accounts, Command.Option tokens) {
        static final Names SOURCE = new Names(Command.Option.FROM, Command.Option.FROM_TOKENS);
        static final Names TARGET = new Names(Command.Option.TO, Command.Option.TO_TOKENS);
    }

    /** Throws {@link SettingsException} for a URL of no backend. */
    static Side of(Names names, Arguments arguments, Configuration configuration) {
        Optional<Database> accounts = arguments.value(names.accounts()).map(Side::database);
        Optional<Database> tokens = arguments.value(names.tokens()).map(Side::database);
        Storage configured = configuration.storage();
        Storage storage = new Storage(
                accounts.or(configured::accounts),
                tokens.or(() -> accounts.isPresent() ? Optional.empty() : configured.tokens()),
                configured.timeout().compareTo(PATIENCE) < 0 ? PATIENCE : configured.timeout(),
                configured.patience(),
                configured.sqlPool(),
                configured.mongoPool());
        try {
            return new Side(storage, StoragePlan.of(storage, configuration.data()));
        } catch (SettingsException refused) {
            throw new UsageException(inOptions(String.valueOf(refused.getMessage()), names, arguments));
        }
    }

    boolean keepsAccountsWith(Side other) {
        return accountsUrl().equals(other.accountsUrl());
    }

    boolean keepsTokensWith(Side other) {
        return tokensUrl().equals(other.tokensUrl());
    }

    /** Whether something would be gone as soon as the command ends. */
    boolean isVolatile() {
        return accountsUrl().filter(Side::isMemory).isPresent()
                || tokensUrl().filter(Side::isMemory).isPresent();
    }

    private Optional<String> accountsUrl() {
        return storage.accounts().map(Database::url);
    }

    private Optional<String> tokensUrl() {
        return storage.tokens().map(Database::url).or(this::accountsUrl);
    }

    private static boolean isMemory(String url) {
        return url.equals(Database.MEMORY.url());
    }

    private static Database database(String url) {
        return new Database(url, Optional.empty(), Optional.empty());
    }

    /** What is refused is called as it was typed, not as the setting that it stands for. */
    private static String inOptions(String refused, Names names, Arguments arguments) {
        String accounts = arguments.has(names.accounts())
                ? refused.replace(
                        Setting.STORAGE_ACCOUNTS_URL.bothNames(),
                        names.accounts().argument())
                : refused;
        return arguments.has(names.tokens())
                ? accounts.replace(
                        Setting.STORAGE_TOKENS_URL.bothNames(), names.tokens().argument())
                : accounts;
    }
}
