package dev.sallyport.adapters.sql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool which connections to throw away. When H2 cannot write (a full disk), it closes the database under all of them; they
 * still call themselves valid and would fail for ever, while a new one opens the database again.
 */
public final class H2BrokenConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return switch (e.getErrorCode()) {
            // General error, IO error (two of them), file corrupted, database closed, closed at shutdown
            case 50000, 90028, 90031, 90030, 90098, 90121 -> Override.MUST_EVICT;
            default -> Override.CONTINUE_EVICT;
        };
    }
}
