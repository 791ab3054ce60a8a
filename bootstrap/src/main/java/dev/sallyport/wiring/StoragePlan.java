package dev.sallyport.wiring;

import dev.sallyport.adapters.sql.H2Url;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Database;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.settings.Storage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which database keeps what. Each axis is chosen by one URL, whose scheme says what it is; what is not chosen has no bean and opens no
 * connection.
 */
public final class StoragePlan {

    private static final List<AccountsBackend> FOR_ACCOUNTS =
            List.of(new SqlBackend(), new MongoBackend(), new MemoryBackend());
    private static final RedisBackend REDIS = new RedisBackend();
    private static final List<Backend> FOR_TOKENS =
            Stream.<Backend>concat(FOR_ACCOUNTS.stream(), Stream.of(REDIS)).toList();

    private final Axis<AccountsBackend> accounts;
    private final Axis<Backend> tokens;
    private final Storage storage;
    private final Optional<Path> dataFolder;

    /** A database and the technology it is of. */
    record Axis<B extends Backend>(B backend, Database database) {

        boolean isRemote() {
            return backend.isRemote(database.url());
        }

        String describe() {
            return backend.describe(database.url());
        }

        Optional<String> explain(Throwable failure) {
            return backend.explain(failure, database.url());
        }
    }

    private StoragePlan(
            Axis<AccountsBackend> accounts, Axis<Backend> tokens, Storage storage, Optional<Path> dataFolder) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.storage = storage;
        this.dataFolder = dataFolder;
    }

    /** Throws {@link SettingsException} for a URL of no backend, or of one that does not keep what it is meant for. */
    public static StoragePlan of(Configuration configuration) {
        return of(configuration.storage(), configuration.data());
    }

    /** The same for databases that no service is configured with; the folder is where the embedded database lies. */
    public static StoragePlan of(Storage storage, Path data) {
        Optional<Path> dataFolder = storage.accounts().isEmpty() ? Optional.of(data) : Optional.empty();
        Database accounts = storage.accounts().orElseGet(() -> embedded(data));
        Database tokens = storage.tokens().orElse(accounts);
        return new StoragePlan(accountsAxis(accounts), tokensAxis(tokens), storage, dataFolder);
    }

    Axis<AccountsBackend> accounts() {
        return accounts;
    }

    Axis<Backend> tokens() {
        return tokens;
    }

    /** Whether one database keeps everything. */
    boolean isOneDatabase() {
        return accounts.database().equals(tokens.database());
    }

    /** Where the embedded database lies, if accounts are kept in it. */
    public Optional<Path> dataFolder() {
        return dataFolder;
    }

    /** The same accounts, and no database for tokens. */
    StoragePlan accountsAlone() {
        return new StoragePlan(accounts, tokensAxis(Database.MEMORY), storage, dataFolder);
    }

    /** What Micronaut is told. */
    Map<String, Object> properties() {
        if (isOneDatabase()) {
            return accounts.backend().both(accounts.database(), storage);
        }
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(accounts.backend().accounts(accounts.database(), storage));
        properties.putAll(tokens.backend().tokens(tokens.database(), storage));
        return properties;
    }

    /** For the start-up line; never with a password. */
    public String describe() {
        String where = dataFolder.map(folder -> "H2 in " + folder).orElseGet(accounts::describe);
        return isOneDatabase() ? where : where + ", tokens: " + tokens.describe();
    }

    private static Axis<AccountsBackend> accountsAxis(Database database) {
        if (REDIS.takes(database.url())) {
            throw new SettingsException(Setting.STORAGE_ACCOUNTS_URL.bothNames()
                    + " names Redis, which keeps tokens only; name it with " + Setting.STORAGE_TOKENS_URL.bothNames()
                    + ", and another database for accounts.");
        }
        return FOR_ACCOUNTS.stream()
                .filter(backend -> backend.takes(database.url()))
                .findFirst()
                .map(backend -> new Axis<>(backend, database))
                .orElseThrow(() -> SettingsException.notAllowed(Setting.STORAGE_ACCOUNTS_URL));
    }

    private static Axis<Backend> tokensAxis(Database database) {
        return FOR_TOKENS.stream()
                .filter(backend -> backend.takes(database.url()))
                .findFirst()
                .map(backend -> new Axis<>(backend, database))
                .orElseThrow(() -> SettingsException.notAllowed(Setting.STORAGE_TOKENS_URL));
    }

    private static Database embedded(Path data) {
        try {
            return new Database(H2Url.in(data), Optional.of("sa"), Optional.of(""));
        } catch (IllegalArgumentException semicolon) {
            throw SettingsException.notAllowed(Setting.DATA);
        }
    }
}
