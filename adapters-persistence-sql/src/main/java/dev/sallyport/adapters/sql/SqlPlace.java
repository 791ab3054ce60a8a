package dev.sallyport.adapters.sql;

import java.util.regex.Pattern;

/** Where a database is, to be shown to people. */
final class SqlPlace {

    private static final Pattern SETTINGS = Pattern.compile("[;?].*");

    /** Up to the last @, in case a password has one. */
    private static final Pattern CREDENTIALS = Pattern.compile("//.*@");

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:(?:file|async|nio):)?");

    private SqlPlace() {}

    /** A file's path for a database in a file, else the URL without what may hold a password. */
    static String of(String url) {
        String bare = SETTINGS.matcher(url).replaceFirst("");
        return switch (SqlDialect.ofUrl(url).orElse(null)) {
            case H2 -> H2_FILE.matcher(bare).replaceFirst("") + ".mv.db";
            case SQLITE -> bare.substring("jdbc:sqlite:".length());
            case POSTGRESQL, MYSQL, MARIADB -> CREDENTIALS.matcher(bare).replaceFirst("//");
            case null -> CREDENTIALS.matcher(bare).replaceFirst("//");
        };
    }
}
