package dev.sallyport.adapters.sql.intention;

import dev.sallyport.adapters.sql.SqlAxis;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.MYSQL, dataSource = SqlAxis.ACCOUNTS)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT, pattern = "MYSQL|MARIADB")
interface MySqlIntentionRows extends IntentionRows {}
