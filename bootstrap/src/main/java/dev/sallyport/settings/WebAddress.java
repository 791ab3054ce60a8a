package dev.sallyport.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a text that names a place on the web must look like. */
final class WebAddress {

    private WebAddress() {}

    /** RFC 8414, 2: a URL with no query or fragment. That it is https is a rule of production. */
    static boolean isIssuer(String text) {
        return web(text).isPresent();
    }

    /** RFC 6454, 6.2: as a browser sends it, scheme and host in lower case, without even a slash at the end. */
    static boolean isOrigin(String text) {
        Predicate<URI> bare = uri -> text.equals(uri.getScheme() + "://" + uri.getAuthority());
        return web(text).filter(bare).isPresent() && text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static Optional<URI> web(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
                    .filter(uri -> uri.getQuery() == null && uri.getFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
