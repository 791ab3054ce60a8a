package dev.sallyport.wiring;

import dev.sallyport.settings.Database;
import dev.sallyport.settings.Storage;
import io.micronaut.context.BeanContext;
import java.util.Map;
import java.util.Optional;

/** A technology that keeps tokens: everything the wiring needs to know of it. Only what implements this names an adapter of stores. */
interface Backend {

    /** Whether the URL is one of its own, by the scheme. */
    boolean takes(String url);

    /** What Micronaut is told for the stores of tokens to exist. */
    Map<String, Object> tokens(Database database, Storage storage);

    /** The stores themselves, of a context that was told. */
    TokenStores tokens(BeanContext beans);

    /** Whether it may be away while this process lives. */
    boolean isRemote(String url);

    /** For the start-up line; never with a password. */
    String describe(String url);

    /** One sentence on what kept the service from starting there; empty if it was something else. */
    Optional<String> explain(Throwable failure, String url);
}
