package dev.sallyport;

import dev.sallyport.adapters.crypto.CryptoProvider;
import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.application.role.DefineBuiltInRoles;
import dev.sallyport.application.setup.BootstrapAdmin;
import dev.sallyport.application.setup.OfferSetUp;
import dev.sallyport.application.setup.OfferSetUp.Result.Offered;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.operations.StoresHealth;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.ProductionRules;
import dev.sallyport.wiring.DataFolder;
import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.TheMasterKey;
import dev.sallyport.wiring.Wiring;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running service: started whole or not at all. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Optional<Offered> setUpOffer;

    private Service(ApplicationContext context, EmbeddedServer server, Optional<Offered> setUpOffer) {
        this.context = context;
        this.server = server;
        this.setUpOffer = setUpOffer;
    }

    /** Throws {@link StartFailure} with one sentence for the operator if anything stands in the way. */
    public static Service start(Configuration configuration) {
        try {
            long began = System.nanoTime();
            ProductionRules.check(configuration);
            StoragePlan storage = StoragePlan.of(configuration);
            storage.dataFolder().ifPresent(Service::makeDataFolder);
            MasterKey masterKey = TheMasterKey.of(configuration);
            ProductionRules.check(configuration, masterKey);
            CompletableFuture<String> provider = CompletableFuture.supplyAsync(CryptoProvider::install);
            String signer = provider.join(); // before the context starts and with it the first use of a key
            Service service = PatientStart.of(
                    storage,
                    configuration.storage().patience(),
                    () -> run(Wiring.context(configuration, storage, masterKey), configuration));
            service.announce(configuration, storage, signer, Duration.ofNanos(System.nanoTime() - began));
            return service;
        } catch (RuntimeException e) {
            throw StartFailure.of(e, configuration);
        }
    }

    private static Service run(ApplicationContext context, Configuration configuration) {
        try {
            context.start();
            context.getBean(StoresHealth.class).check();
            new DefineBuiltInRoles(context.getBean(RoleStore.class)).define();
            Founding founding = new Founding(context.getBean(BootstrapAdmin.class), context.getBean(OfferSetUp.class));
            Optional<Offered> setUpOffer = founding.prepare(configuration.firstAdmin());
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            return new Service(context, server, setUpOffer);
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    private static void makeDataFolder(Path folder) {
        try {
            DataFolder.make(folder);
        } catch (IOException e) {
            throw StartFailure.dataFolder(folder, e);
        }
    }

    private void announce(Configuration configuration, StoragePlan storage, String signer, Duration took) {
        LOG.info("Store: {}.", storage.describe());
        LOG.info("Access tokens: {}, signed by {}.", configuration.signing().algorithm(), signer);
        if (configuration.http().docs()) {
            LOG.info("API: {}/openapi.yml, Swagger UI: {}/swagger-ui.", uri(), uri());
        }
        LOG.info("Sallyport {} listens on {} after {} ms.", Version.text(), uri(), took.toMillis());
    }

    public URI uri() {
        return server.getURI();
    }

    /** How to make the first Super Admin, while nobody is one and none was configured. A secret: to be shown to the operator only. */
    public Optional<Offered> setUpOffer() {
        return setUpOffer;
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
