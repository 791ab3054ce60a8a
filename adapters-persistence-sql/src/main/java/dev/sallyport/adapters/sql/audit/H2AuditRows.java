package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.SqlDialect;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

@JdbcRepository(dialect = Dialect.H2)
@Requires(property = SqlDialect.PROPERTY, value = "H2")
interface H2AuditRows extends AuditRows {}
