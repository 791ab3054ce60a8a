package dev.sallyport.adapters.sql.role;

import dev.sallyport.adapters.sql.SqlAxis;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = SqlAxis.ACCOUNTS)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT, value = "POSTGRESQL")
interface PostgresRoleRows extends RoleRows {}
