package dev.sallyport.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * SQLite's driver, with connections that let themselves be called read-only, as Micronaut Data does before it reads, and that can be
 * opened by several at once.
 */
public final class SqliteDriver extends JDBC {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(10);

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url) ? open(url, info) : null;
    }

    /** Who opens a new file first sets its journal mode meanwhile. For that alone SQLite lets nobody wait, whatever the busy timeout. */
    private static Connection open(String url, Properties info) throws SQLException {
        long began = System.nanoTime();
        while (true) {
            try {
                return new TolerantConnection(url, info);
            } catch (SQLiteException e) {
                if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY
                        || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static final class TolerantConnection extends JDBC4Connection {

        TolerantConnection(String url, Properties info) throws SQLException {
            super(url, url.substring(PREFIX.length()), info);
        }

        /** A hint, says JDBC; SQLite's own method throws, because it cannot follow it any more. */
        @Override
        public void setReadOnly(boolean readOnly) {}
    }
}
