package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.H2Stores;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.UserStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Stores.class)
final class H2UserStoreTest implements UserStoreContract {

    private final SqlUserStore store;

    H2UserStoreTest(SqlUserStore store) {
        this.store = store;
    }

    @Override
    public UserStore store() {
        return store;
    }
}
