package dev.sallyport.adapters.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sallyport.testkit.GeneratedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

    @Test
    void theReferencePageIsWhatTheCatalogueSays() throws IOException {
        GeneratedFile.assertUpToDate("docs/errors.md", Catalogue.markdown());
    }

    @Test
    void theOpenApiDocumentListsTheCatalogueInItsOrder() throws IOException {
        JsonNode document;
        try (InputStream yaml = Objects.requireNonNull(CatalogueTest.class.getResourceAsStream("/openapi.yml"))) {
            document = new YAMLMapper().readTree(yaml);
        }

        Stream<String> listed = document.at("/components/schemas/ProblemCode/enum")
                .valueStream()
                .map(JsonNode::asText);

        assertThat(listed).containsExactlyElementsOf(codes().toList());
    }

    @Test
    void noTwoProblemsShareACode() {
        assertThat(codes()).doesNotHaveDuplicates();
    }

    private static Stream<String> codes() {
        return Stream.of(ProblemCode.values()).map(ProblemCode::code);
    }
}
