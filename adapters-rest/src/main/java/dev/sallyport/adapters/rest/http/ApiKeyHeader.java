package dev.sallyport.adapters.rest.http;

import io.micronaut.http.HttpRequest;

/** The header in which services show their API key. */
public final class ApiKeyHeader {

    public static final String NAME = "X-API-Key";

    private ApiKeyHeader() {}

    public static boolean isIn(HttpRequest<?> request) {
        return request.getHeaders().contains(NAME);
    }
}
