package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.SqlAxis;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES, dataSource = SqlAxis.ACCOUNTS)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT, value = "POSTGRESQL")
interface PostgresAuditRows extends AuditRows {

    /** As the index has it, in place of a column. */
    String TELLING = """
            SELECT id FROM audit_events
            WHERE (CASE WHEN address <> 'erased' THEN COALESCE(actor_id, subject_id) END) = :person LIMIT :max
            """;

    @Override
    @Query(TELLING)
    List<String> findTelling(String person, int max);
}
