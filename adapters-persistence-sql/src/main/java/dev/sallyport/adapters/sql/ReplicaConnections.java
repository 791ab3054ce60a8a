package dev.sallyport.adapters.sql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool which connections to throw away beside those that broke: the ones to a server that takes no writes. It was the
 * primary until another one took over, and a new connection finds that one.
 */
public final class ReplicaConnections implements SQLExceptionOverride {

    /** MySQL and MariaDB, which give no SQLSTATE of its own for {@code read_only} and for a storage engine in read-only mode. */
    private static final int READ_ONLY_SERVER = 1290;

    private static final int READ_ONLY_ENGINE = 1836;

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        boolean readOnly = "25006".equals(e.getSQLState())
                || e.getErrorCode() == READ_ONLY_SERVER
                || e.getErrorCode() == READ_ONLY_ENGINE;
        return readOnly ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
