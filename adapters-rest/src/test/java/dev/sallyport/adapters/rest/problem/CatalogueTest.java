package dev.sallyport.adapters.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

    @Test
    void theReferencePageIsWhatTheCatalogueSays() throws IOException {
        GeneratedFile.assertUpToDate("docs/errors.md", Catalogue.markdown());
    }

    @Test
    void theOpenApiComponentsAreWhatTheCatalogueSays() throws IOException {
        GeneratedFile.assertUpToDate("adapters-rest/openapi/problems.yml", Catalogue.openApi());
    }

    @Test
    void everyCodeStandsInTheOpenApiDocument() throws IOException {
        String document;
        try (var stream = CatalogueTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            document = new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(ProblemCode.values()).allSatisfy(code -> assertThat(document).contains("- " + code.code()));
        assertThat(document).contains("#/components/responses/Problem", "openapi: 3.1.0", "request_id");
    }

    @Test
    void noTwoProblemsShareACode() {
        assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::code)).doesNotHaveDuplicates();
    }
}
