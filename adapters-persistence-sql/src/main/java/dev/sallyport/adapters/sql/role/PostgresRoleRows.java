package dev.sallyport.adapters.sql.role;

import dev.sallyport.adapters.sql.SqlAxis;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.List;

/** Sorts by characters: the database's own collation may pass over the underscores that names have. */
@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = SqlAxis.ACCOUNTS)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT, value = "POSTGRESQL")
interface PostgresRoleRows extends RoleRows {

    @Override
    @Query("""
            SELECT * FROM roles WHERE name COLLATE "C" > :key ORDER BY name COLLATE "C" LIMIT :max
            """)
    List<RoleRow> findAfter(String key, int max);

    @Override
    @Query("""
            SELECT * FROM roles ORDER BY tier DESC, name COLLATE "C"
            """)
    List<RoleRow> findAll();
}
