package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.H2Stores;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.SessionStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Stores.class)
final class H2SessionStoreTest implements SessionStoreContract {

    private final SqlSessionStore store;

    H2SessionStoreTest(SqlSessionStore store) {
        this.store = store;
    }

    @Override
    public SessionStore store() {
        return store;
    }
}
