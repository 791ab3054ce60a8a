package dev.sallyport.adapters.mongo;

import static java.util.stream.Collectors.joining;

import com.mongodb.ConnectionString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The URLs of MongoDBs: read as text, because the driver's own reader asks the DNS about {@code mongodb+srv:}. */
final class MongoUrl {

    /** A password with a slash or a question mark that should have been encoded belongs to the credentials, so up to the last @. */
    private static final Pattern CREDENTIALS = Pattern.compile("//.*@");

    private static final Pattern OPTIONS = Pattern.compile("/?(?:\\?.*)?$");
    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>mongodb(?:\\+srv)?://)(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<rest>.*)");

    /** How long before ours the driver's own limits end, whose exceptions say more. */
    private static final double EARLIER = 0.9;

    /** A server that is back is seen within this and one time-out; the driver asks more often while calls wait for it. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private MongoUrl() {}

    static boolean isMongo(String url) {
        return url.startsWith("mongodb://") || url.startsWith("mongodb+srv://");
    }

    /** The URL without what may hold a password. */
    static String place(String url) {
        return OPTIONS.matcher(CREDENTIALS.matcher(url).replaceFirst("//")).replaceFirst("");
    }

    /**
     * The URL with user and password, and with our options behind it where it has none of its own.
     *
     * @throws MongoUnfitException if it is no such URL, or has a password and no user
     */
    static String complete(MongoSettings settings) {
        Matcher parts = PARTS.matcher(settings.url());
        if (!parts.matches()) {
            throw unreadable(settings);
        }
        String url = credentials(parts, settings) + withOptions(parts.group("rest"), settings);
        check("mongodb://" + url, settings);
        return parts.group("scheme") + url;
    }

    private static String credentials(Matcher parts, MongoSettings settings) {
        Optional<String> user =
                settings.user().map(MongoUrl::encoded).or(() -> Optional.ofNullable(parts.group("user")));
        Optional<String> password =
                settings.password().map(MongoUrl::encoded).or(() -> Optional.ofNullable(parts.group("password")));
        if (user.isEmpty() && password.isPresent()) {
            throw new MongoUnfitException(
                    place(settings.url()),
                    "has a password and no user name; set storage.accounts.user or storage.tokens.user beside it",
                    null);
        }
        return user.map(name -> name + password.map(secret -> ":" + secret).orElse("") + "@")
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String withOptions(String hostsAndMore, MongoSettings settings) {
        String missing = ours(settings)
                .filter(option -> !hasOption(hostsAndMore, option.substring(0, option.indexOf('='))))
                .collect(joining("&"));
        if (missing.isEmpty()) {
            return hostsAndMore;
        }
        String separator = hostsAndMore.contains("?") ? "&" : hostsAndMore.contains("/") ? "?" : "/?";
        return hostsAndMore + separator + missing;
    }

    private static boolean hasOption(String hostsAndMore, String name) {
        return Pattern.compile("[?&;]" + name + "=", Pattern.CASE_INSENSITIVE)
                .matcher(hostsAndMore)
                .find();
    }

    private static Stream<String> ours(MongoSettings settings) {
        long millis = Math.max(1, Math.round(settings.timeout().toMillis() * EARLIER));
        return Stream.of(
                "minPoolSize=" + settings.poolMin(),
                "maxPoolSize=" + settings.poolMax(),
                "connectTimeoutMS=" + millis,
                "socketTimeoutMS=" + millis,
                "serverSelectionTimeoutMS=" + millis,
                "waitQueueTimeoutMS=" + millis,
                "heartbeatFrequencyMS=" + HEARTBEAT.toMillis());
    }

    private static void check(String url, MongoSettings settings) {
        try {
            new ConnectionString(url);
        } catch (IllegalArgumentException mayQuoteThePassword) {
            throw unreadable(settings);
        }
    }

    private static MongoUnfitException unreadable(MongoSettings settings) {
        return new MongoUnfitException(
                place(settings.url()),
                "has a URL that cannot be read; write it as mongodb://user:password@host:27017/name, and every character of"
                        + " user and password that is no letter or digit percent-encoded",
                null);
    }
}
