package dev.sallyport.wiring;

import dev.sallyport.settings.Configuration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Micronaut is told about the server. It reads no environment variable and no file: the settings are all there is. */
final class ServerProperties {

    private ServerProperties() {}

    static Map<String, Object> of(Configuration configuration) {
        Map<String, Object> properties = new HashMap<>();
        server(properties, configuration.http());
        security(properties);
        management(properties);
        cors(properties, configuration.http().corsOrigins());
        docs(properties, configuration.http().docs());
        properties.put(
                "sallyport.audit.checkpoint-interval",
                configuration.audit().checkpointInterval().toMillis() + "ms");
        return properties;
    }

    private static void server(Map<String, Object> properties, Configuration.Http http) {
        properties.put("micronaut.application.name", "sallyport");
        properties.put("micronaut.server.host", http.host());
        properties.put("micronaut.server.port", http.port() == 0 ? -1 : http.port());
        properties.put("micronaut.server.max-request-size", http.maxBody());
        properties.put("micronaut.server.max-request-buffer-size", http.maxBody());
        properties.put("micronaut.server.date-header", true);
        properties.put("micronaut.server.idle-timeout", "60s");
        properties.put("micronaut.server.read-idle-timeout", "30s");
        properties.put("micronaut.lifecycle.graceful-shutdown.enabled", true);
        properties.put("micronaut.lifecycle.graceful-shutdown.grace-period", "10s");
    }

    /** Sessions are ours: the framework's own sign-in, refresh and sign-out know none. */
    private static void security(Map<String, Object> properties) {
        properties.put("micronaut.security.enabled", true);
        properties.put("micronaut.security.reject-not-found", false);
        for (String controller : List.of("login", "logout", "oauth", "introspection")) {
            properties.put("micronaut.security.endpoints." + controller + ".enabled", false);
        }
    }

    private static void management(Map<String, Object> properties) {
        properties.put("endpoints.all.enabled", false);
        properties.put("endpoints.health.enabled", true);
        properties.put("endpoints.health.sensitive", false);
        properties.put("endpoints.health.jdbc.enabled", false); // StoresHealth asks, and once is enough
        properties.put("endpoints.prometheus.enabled", true);
        properties.put("endpoints.prometheus.sensitive", false);
        properties.put("micronaut.metrics.enabled", true);
        properties.put("micronaut.metrics.export.prometheus.enabled", true);
    }

    private static void cors(Map<String, Object> properties, List<String> origins) {
        properties.put("micronaut.server.cors.enabled", !origins.isEmpty());
        // Else a proxy that keeps the Host of its upstream would have every request of a browser refused; we know no
        // cookies.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        if (!origins.isEmpty()) {
            String one = "micronaut.server.cors.configurations.given.";
            properties.put(one + "allowed-origins", origins);
            properties.put(one + "allow-credentials", false);
            properties.put(
                    one + "exposed-headers",
                    List.of("ETag", "Location", "X-Request-Id", "Retry-After", "RateLimit", "RateLimit-Policy"));
            properties.put(one + "max-age", 600);
        }
    }

    private static void docs(Map<String, Object> properties, boolean enabled) {
        properties.put("sallyport.docs", enabled);
        if (enabled) {
            String files = "micronaut.router.static-resources.swagger-ui.";
            properties.put(files + "paths", List.of("classpath:swagger-ui"));
            properties.put(files + "mapping", "/swagger-ui/**");
            anonymous(properties, 0, "/swagger-ui/**");
            anonymous(properties, 1, "/swagger-ui");
        }
    }

    private static void anonymous(Map<String, Object> properties, int index, String pattern) {
        String rule = "micronaut.security.intercept-url-map[" + index + "].";
        properties.put(rule + "pattern", pattern);
        properties.put(rule + "http-method", "GET");
        properties.put(rule + "access", List.of("isAnonymous()"));
    }
}
