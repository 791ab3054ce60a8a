package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.SqlAxis;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.ANSI, dataSource = SqlAxis.TOKENS)
@Requires(property = SqlAxis.TOKENS_DIALECT, value = "SQLITE")
interface SqliteOneTimeTokenRows extends OneTimeTokenRows {}
