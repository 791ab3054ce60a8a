package dev.sallyport.adapters.sql.apikey;

import dev.sallyport.adapters.sql.SqlAxis;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.H2, dataSource = SqlAxis.ACCOUNTS)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT, value = "H2")
interface H2ApiKeyRows extends ApiKeyRows {}
