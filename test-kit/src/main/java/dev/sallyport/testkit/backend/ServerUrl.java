package dev.sallyport.testkit.backend;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store's URL in its parts. {@code scheme} includes the {@code ://}, {@code credentials} the {@code @}, {@code query} the {@code ?}.
 */
record ServerUrl(String scheme, String credentials, List<String> hosts, String database, String query) {

    private static final Pattern FORM =
            Pattern.compile("((?:jdbc:)?[a-z0-9+-]+://)([^/?@]*@)?([^/?]+)(?:/([^?]*))?(\\?.*)?");

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of(
            "jdbc:postgresql://", 5432,
            "jdbc:mariadb://", 3306,
            "jdbc:mysql://", 3306,
            "mongodb://", 27017,
            "redis://", 6379,
            "redis-cluster://", 6379);

    static ServerUrl of(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Expected scheme://host:port/database");
        }
        return new ServerUrl(
                part(parts, 1), part(parts, 2), List.of(part(parts, 3).split(",", -1)), part(parts, 4), part(parts, 5));
    }

    /** Where the first host listens. */
    InetSocketAddress address() {
        String host = hosts.getFirst();
        int colon = host.lastIndexOf(':');
        if (colon < 0 || host.endsWith("]")) {
            return new InetSocketAddress(host, DEFAULT_PORTS.getOrDefault(scheme, -1));
        }
        return new InetSocketAddress(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
    }

    ServerUrl at(InetSocketAddress address) {
        if (hosts.size() != 1) {
            throw new IllegalArgumentException("Expected a URL with one host, not " + hosts.size());
        }
        String host = address.getAddress().getHostAddress() + ":" + address.getPort();
        return new ServerUrl(scheme, credentials, List.of(host), database, query);
    }

    ServerUrl withScheme(String other) {
        return new ServerUrl(other, credentials, hosts, database, query);
    }

    ServerUrl withDatabase(String other) {
        return new ServerUrl(scheme, credentials, hosts, other, query);
    }

    ServerUrl withParameter(String name, String value) {
        String others = query.replaceFirst("(?<=[?&])" + Pattern.quote(name) + "=[^&]*&?", "")
                .replaceFirst("[?&]$", "");
        return new ServerUrl(
                scheme, credentials, hosts, database, others + (others.isEmpty() ? "?" : "&") + name + "=" + value);
    }

    /** As one writes it, credentials included. */
    @Override
    public String toString() {
        String path = database.isEmpty() && query.isEmpty() ? "" : "/" + database;
        return scheme + credentials + String.join(",", hosts) + path + query;
    }

    private static String part(Matcher parts, int group) {
        return Objects.requireNonNullElse(parts.group(group), "");
    }
}
