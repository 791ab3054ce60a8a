package dev.sallyport.testkit.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Speaks to a service as any client would: nothing but HTTP and JSON. Safe for many threads. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> headers;

    private Api(HttpClient http, URI base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    public static Api at(URI base) {
        return new Api(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, Map.of());
    }

    /** The same service, with this access token on every request. */
    public Api as(String accessToken) {
        return withHeader("Authorization", "Bearer " + accessToken);
    }

    /** The same service, with this header on every request. */
    public Api withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(http, base, more);
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path) {
        return send("POST", path, "", Map.of());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, write(body), Map.of("Content-Type", "application/json"));
    }

    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, write(body), Map.of("Content-Type", "application/json"));
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, write(body), Map.of("Content-Type", "application/json"));
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    public Answer delete(String path, Map<String, ?> body) {
        return send("DELETE", path, write(body), Map.of("Content-Type", "application/json"));
    }

    /** For bodies that are no proper JSON. */
    public Answer send(String method, String path, byte[] body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path + " was interrupted", e);
        }
    }

    private Answer send(String method, String path, String body, Map<String, String> more) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), more);
    }

    private static String write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
