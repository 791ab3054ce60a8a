package dev.sallyport.adapters.sql.key;

import dev.sallyport.adapters.sql.H2Stores;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.testkit.SealedKeyStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Stores.class)
final class H2SealedKeyStoreTest implements SealedKeyStoreContract {

    private final SqlSealedKeyStore store;

    H2SealedKeyStoreTest(SqlSealedKeyStore store) {
        this.store = store;
    }

    @Override
    public SealedKeyStore store() {
        return store;
    }
}
