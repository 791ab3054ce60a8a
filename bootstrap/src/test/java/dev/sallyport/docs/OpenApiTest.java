package dev.sallyport.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.journey.StartedService;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The document names what the router routes, no more and no less, and says who may call it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {

    /** Why a route is not in the document by its own name. Swagger UI's files are resources and no routes. */
    private static final Map<Operation, String> LEFT_OUT = Map.of(
            new Operation("GET", "/openapi.yml"), "is the document itself",
            new Operation("GET", "/health/{selector}"), "stands there as the two selectors there are");

    /** What {@code /health/{selector}} stands for. */
    private static final Set<Operation> SELECTORS =
            Set.of(new Operation("GET", "/health/liveness"), new Operation("GET", "/health/readiness"));

    /** HTTP's own: the server derives them from the other routes. */
    private static final Set<String> DERIVED = Set.of("HEAD", "OPTIONS");

    private final StartedService service;
    private final ApiDocument document;

    OpenApiTest(@TempDir Path data) {
        this.service = StartedService.with(Map.of("data", data.toString(), "storage.accounts.url", "memory:"));
        this.document =
                ApiDocument.read(service.api().get("/openapi.yml").expect(200).body());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedOperationIsARoute() {
        assertThat(document.operations()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void aPathThatTheDocumentForgetsIsNoticed() {
        Operation login = new Operation("POST", "/api/v1/auth/login");

        Set<Operation> documented = document.without(ApiDocument.at(login)).operations();

        assertThat(routes()).contains(login);
        assertThat(documented).isNotEmpty().doesNotContain(login);
    }

    @Test
    void whatNeedsAnAccessTokenIsDocumentedToNeedOne() {
        Set<Operation> secured = routed().filter(OpenApiTest::isSecured)
                .map(OpenApiTest::operation)
                .collect(toSet());

        assertThat(document.secured()).isNotEmpty().containsExactlyInAnyOrderElementsOf(secured);
    }

    @Test
    void everyExampleIsWhatItsSchemaAllows() {
        assertThat(document.complaintsAboutExamples()).isEmpty();
    }

    private Set<Operation> routes() {
        Set<Operation> routes = routed().map(OpenApiTest::operation).collect(toSet());
        assertThat(routes).containsAll(LEFT_OUT.keySet());
        routes.removeAll(LEFT_OUT.keySet());
        routes.addAll(SELECTORS);
        return routes;
    }

    private Stream<UriRouteInfo<?, ?>> routed() {
        return service.service()
                .context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !DERIVED.contains(route.getHttpMethodName()));
    }

    private static Operation operation(UriRouteInfo<?, ?> route) {
        return new Operation(
                route.getHttpMethodName(), route.getUriMatchTemplate().toString());
    }

    private static boolean isSecured(UriRouteInfo<?, ?> route) {
        return List.of(route.getAnnotationMetadata().stringValues(Secured.class))
                .contains(SecurityRule.IS_AUTHENTICATED);
    }
}
