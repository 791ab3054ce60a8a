package dev.sallyport.adapters.sql.role;

import dev.sallyport.adapters.sql.H2Stores;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.testkit.RoleStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Stores.class)
final class H2RoleStoreTest implements RoleStoreContract {

    private final SqlRoleStore store;

    H2RoleStoreTest(SqlRoleStore store) {
        this.store = store;
    }

    @Override
    public RoleStore store() {
        return store;
    }
}
