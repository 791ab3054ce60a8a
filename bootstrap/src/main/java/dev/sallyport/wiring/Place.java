package dev.sallyport.wiring;

import java.util.regex.Pattern;

/** Where a database is, as it may be shown: hosts and its name, or a file's path, and nothing that may be a secret. */
final class Place {

    private static final Pattern OPTIONS = Pattern.compile("[;?#].*");

    /** Up to the last @, in case a password has one that should have been encoded. */
    private static final Pattern CREDENTIALS = Pattern.compile(".*@");

    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?[a-z0-9+-]+:(?://)?");

    private Place() {}

    static String of(String url) {
        String bare = OPTIONS.matcher(url).replaceFirst("");
        String rest = SCHEME.matcher(bare).replaceFirst("");
        return CREDENTIALS.matcher(rest).replaceFirst("");
    }
}
