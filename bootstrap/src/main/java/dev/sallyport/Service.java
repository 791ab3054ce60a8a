package dev.sallyport;

import dev.sallyport.adapters.crypto.CryptoProvider;
import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.application.role.DefineBuiltInRoles;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.ProductionRules;
import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.Wiring;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running service: started whole or not at all. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final String MASTER_KEY_FILE = "master.key";

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Service(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /** Throws {@link StartFailure} with one sentence for the operator if anything stands in the way. */
    public static Service start(Configuration configuration) {
        try {
            long began = System.nanoTime();
            String signer = CryptoProvider.install();
            StoragePlan storage = StoragePlan.of(configuration);
            MasterKey masterKey = masterKey(configuration);
            ProductionRules.check(configuration, masterKey);
            Service service = run(configuration, storage, masterKey);
            service.announce(configuration, storage, signer, Duration.ofNanos(System.nanoTime() - began));
            return service;
        } catch (RuntimeException e) {
            throw StartFailure.of(e, configuration);
        }
    }

    private static Service run(Configuration configuration, StoragePlan storage, MasterKey masterKey) {
        ApplicationContext context = Wiring.context(configuration, storage, masterKey);
        try {
            context.start();
            new DefineBuiltInRoles(context.getBean(RoleStore.class)).define();
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            return new Service(context, server);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static MasterKey masterKey(Configuration configuration) {
        Configuration.MasterKeySource source = configuration.masterKey();
        if (source.text().isPresent()) {
            return MasterKey.fromText(source.text().get());
        }
        if (source.file().isPresent()) {
            return MasterKey.fromFile(source.file().get());
        }
        Path file = dataFolder(configuration).resolve(MASTER_KEY_FILE);
        boolean first = !Files.exists(file);
        MasterKey key = MasterKey.loadOrGenerate(file, new SecureRandom());
        if (first) {
            LOG.warn("Made a master key in {}; keep a copy: without it every session and every token is lost.", file);
        }
        return key;
    }

    private static Path dataFolder(Configuration configuration) {
        try {
            return Files.createDirectories(configuration.data().toAbsolutePath().normalize());
        } catch (IOException e) {
            throw StartFailure.dataFolder(configuration, e);
        }
    }

    private void announce(Configuration configuration, StoragePlan storage, String signer, Duration took) {
        LOG.info(
                "Sallyport {} listens on {} after {} ms; store: {}; signs {} with {}",
                Version.text(),
                uri(),
                took.toMillis(),
                storage.describe(configuration),
                configuration.signing().algorithm(),
                signer);
        if (configuration.http().docs()) {
            LOG.info("API: {}/openapi.yml, Swagger UI: {}/swagger-ui", uri(), uri());
        }
    }

    public URI uri() {
        return server.getURI();
    }

    /** The beans, for tests that look behind the interface. */
    public ApplicationContext context() {
        return context;
    }

    /** Takes no more requests, lets those under way finish, and closes the stores. */
    @Override
    public void close() {
        context.close();
    }
}
