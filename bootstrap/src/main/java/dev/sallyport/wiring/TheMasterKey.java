package dev.sallyport.wiring;

import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the master key comes from: a setting, a file, or a file in the data folder that is made at the first start. */
public final class TheMasterKey {

    private static final Logger LOG = LoggerFactory.getLogger(TheMasterKey.class);
    private static final String FILE = "master.key";

    private TheMasterKey() {}

    /** Makes one if none is configured and there is none yet. */
    public static MasterKey of(Configuration configuration) {
        Configuration.MasterKeySource source = configuration.masterKey();
        return source.key()
                .or(() -> source.file().map(MasterKey::fromFile))
                .orElseGet(() -> loadedOrMade(file(configuration)));
    }

    /** Throws {@link SettingsException} if none is configured and there is none yet. */
    public static MasterKey existing(Configuration configuration) {
        boolean isConfigured = configuration.masterKey().key().isPresent()
                || configuration.masterKey().file().isPresent();
        if (!isConfigured && !Files.exists(file(configuration))) {
            throw new SettingsException(
                    "There is no master key in " + configuration.data() + "; give the settings that the service has.");
        }
        return of(configuration);
    }

    private static Path file(Configuration configuration) {
        return configuration.data().resolve(FILE);
    }

    private static MasterKey loadedOrMade(Path file) {
        boolean first = !Files.exists(file);
        MasterKey key = MasterKey.loadOrGenerate(file, new SecureRandom());
        if (first) {
            LOG.warn("Made a master key in {}; keep a copy: without it every session and every token is lost.", file);
        }
        return key;
    }
}
