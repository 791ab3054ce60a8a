package dev.sallyport.adapters.sql;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The URL of the database that needs no server: a file of H2's in the data folder. */
public final class H2Url {

    /** Not {@code file:}, whose channel closes for everybody, and with it the database, as soon as one thread is interrupted. */
    private static final String SCHEME = "jdbc:h2:async:";

    /**
     * {@code WRITE_DELAY=0}: H2 else answers a commit up to 500 ms before it writes it, and a killed process would take
     * acknowledged registrations with it. {@code DB_CLOSE_ON_EXIT=FALSE}: the pool closes the database after the last request, not
     * a shutdown hook during it. {@code LOCK_TIMEOUT} in milliseconds: a statement waits so long for one that is in its
     * way, and is then run again. Not longer, because on one processor it may keep that very one from going on.
     * {@code TRACE_LEVEL_FILE=0}: no log of H2's own in the data folder; what fails is in the exception.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=200;TRACE_LEVEL_FILE=0";

    private H2Url() {}

    /** A URL that the operator gave, with our settings behind it where it has none of its own: they are what the stores promise by. */
    static String complete(String url) {
        String given = url.toUpperCase(Locale.ROOT);
        return Stream.of(SETTINGS.substring(1).split(";", -1))
                .filter(setting -> !given.contains(";" + setting.substring(0, setting.indexOf('=') + 1)))
                .reduce(url, (completed, setting) -> completed + ";" + setting);
    }

    /**
     * The database {@code sallyport.mv.db} in a folder, which is made with it.
     *
     * @throws IllegalArgumentException if the path has a semicolon, which ends a path in a URL of H2's
     */
    public static String in(Path dataFolder) {
        String file =
                dataFolder.toAbsolutePath().normalize().resolve("sallyport").toString();
        if (file.contains(";")) {
            throw new IllegalArgumentException("A data folder has no semicolon in its path: " + file);
        }
        return SCHEME + file + SETTINGS;
    }
}
