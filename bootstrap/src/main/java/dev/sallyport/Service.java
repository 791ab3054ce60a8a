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
            ProductionRules.check(configuration);
            StoragePlan storage = StoragePlan.of(configuration);
            MasterKey masterKey = masterKey(configuration);
            ProductionRules.check(configuration, masterKey);
            CompletableFuture<String> signer = CompletableFuture.supplyAsync(CryptoProvider::install);
            ApplicationContext context = Wiring.context(configuration, storage, masterKey);
            signer.join(); // no key may be used before
            Service service = run(context);
            service.announce(configuration, storage, signer.join(), Duration.ofNanos(System.nanoTime() - began));
            return service;
        } catch (RuntimeException e) {
            throw StartFailure.of(e, configuration);
        }
    }

    private static Service run(ApplicationContext context) {
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
        Path folder = dataFolder(configuration);
        Configuration.MasterKeySource source = configuration.masterKey();
        return source.key()
                .or(() -> source.file().map(MasterKey::fromFile))
                .orElseGet(() -> generatedMasterKey(folder.resolve(MASTER_KEY_FILE)));
    }

    private static MasterKey generatedMasterKey(Path file) {
        boolean first = !Files.exists(file);
        MasterKey key = MasterKey.loadOrGenerate(file, new SecureRandom());
        if (first) {
            LOG.warn("Made a master key in {}; keep a copy: without it every session and every token is lost.", file);
        }
        return key;
    }

    private static Path dataFolder(Configuration configuration) {
        try {
            return Files.createDirectories(configuration.dataFolder());
        } catch (IOException e) {
            throw StartFailure.dataFolder(configuration, e);
        }
    }

    private void announce(Configuration configuration, StoragePlan storage, String signer, Duration took) {
        LOG.info("Keeps its data in {}.", storage.describe(configuration));
        LOG.info("Signs access tokens with {} by {}.", configuration.signing().algorithm(), signer);
        if (configuration.http().docs()) {
            LOG.info("Describes itself at {}/openapi.yml; try it at {}/swagger-ui.", uri(), uri());
        }
        LOG.info("Sallyport {} listens on {}, {} ms after the start.", Version.text(), uri(), took.toMillis());
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
