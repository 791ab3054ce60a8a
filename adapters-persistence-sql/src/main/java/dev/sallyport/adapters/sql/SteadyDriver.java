package dev.sallyport.adapters.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of the URL, for a pool whose server may be away. When it cannot connect, Hikari sleeps before it tries again, twice as
 * long each time and up to five seconds, and nothing wakes it when the server is back. With this driver it tries again after a
 * quarter of a second, each time.
 *
 * <p>It does so by interrupting the thread in which it fails, Hikari's own for adding connections: the sleep ends at once, and the
 * next try begins with our pause instead. Only that thread may connect, so the pool must not be told to fail fast.
 */
public final class SteadyDriver implements Driver {

    private static final Duration PAUSE = Duration.ofMillis(250);

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (Thread.interrupted()) {
            pause();
        }
        try {
            return DriverManager.getDriver(url).connect(url, info);
        } catch (SQLException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return DriverManager.getDriver(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return DriverManager.getDriver(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }
}
