package dev.sallyport.wiring;

import dev.sallyport.settings.Database;
import dev.sallyport.settings.Storage;
import io.micronaut.context.BeanContext;
import java.util.Map;

/** A technology that keeps accounts as well as tokens. */
interface AccountsBackend extends Backend {

    /** What Micronaut is told for the stores of accounts to exist. */
    Map<String, Object> accounts(Database database, Storage storage);

    /** The same for all stores in one database, over one pool of connections. */
    Map<String, Object> both(Database database, Storage storage);

    /** The stores themselves, of a context that was told. */
    AccountStores accounts(BeanContext beans);
}
