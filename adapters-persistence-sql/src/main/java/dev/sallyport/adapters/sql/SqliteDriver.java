package dev.sallyport.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;

/** SQLite's driver, with connections that let themselves be called read-only: Micronaut Data does that before it reads. */
public final class SqliteDriver extends JDBC {

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url) ? new TolerantConnection(url, info) : null;
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
