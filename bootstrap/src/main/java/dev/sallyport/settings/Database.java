package dev.sallyport.settings;

import java.util.Optional;

/**
 * A database as the operator names it. Two are the same if all of it is the same.
 *
 * @param user empty if the URL has one, or if none is needed; so with the password
 */
public record Database(String url, Optional<String> user, Optional<String> password) {

    /** Nothing outside this process. */
    public static final Database MEMORY = new Database("memory:", Optional.empty(), Optional.empty());

    /** Only the scheme: a URL may have a password in it. */
    @Override
    public String toString() {
        return "Database[" + url.substring(0, url.indexOf(':') + 1) + "…]";
    }
}
