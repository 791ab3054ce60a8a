package dev.sallyport.adapters.rest.http;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of the connection. Forwarded headers are not looked at: anybody can write them. */
public final class Peer {

    private Peer() {}

    public static ClientAddress address(HttpRequest<?> request) {
        InetAddress address = inet(request);
        return address == null
                ? ClientAddress.UNKNOWN
                : ClientAddress.of(withoutZone(address.getHostAddress()), address.getAddress());
    }

    /** Where a request comes from, as it is recorded. */
    public static Origin origin(HttpRequest<?> request) {
        return Origin.of(address(request), request.getHeaders().get(HttpHeaders.USER_AGENT), RequestId.of(request));
    }

    public static boolean isLoopback(HttpRequest<?> request) {
        InetAddress address = inet(request);
        return address != null && address.isLoopbackAddress();
    }

    private static @Nullable InetAddress inet(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress();
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
