package dev.sallyport.adapters.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses text that is not exactly one JSON object (RFC 8259) in UTF-8, nested at most {@value #MAX_DEPTH} deep, without duplicate
 * members: two parsers that disagree about a duplicate are a way in (RFC 8259, 4).
 */
final class StrictJson {

    static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private StrictJson() {}

    static void check(byte[] body) {
        String text = decode(body);
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("json.not_an_object");
            }
            skipObject(parser);
            refuseTrailingText(parser);
        } catch (StreamConstraintsException e) {
            throw malformed(isTooDeep(e) ? "json.too_deep" : "json.syntax");
        } catch (JsonProcessingException e) {
            throw malformed(isDuplicate(e) ? "json.duplicate_member" : "json.syntax");
        } catch (IOException e) {
            throw malformed("json.syntax");
        }
    }

    static ProblemException malformed(String how) {
        return ProblemException.of(ProblemCode.REQUEST_MALFORMED, FieldError.of("", how));
    }

    private static void skipObject(JsonParser parser) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw malformed("json.syntax");
            }
            if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                refuseBrokenText(parser.getText());
            } else if (token.isNumeric() && !Double.isFinite(parser.getDoubleValue())) {
                throw malformed("json.number_out_of_range");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private static void refuseTrailingText(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return;
            }
        } catch (JsonProcessingException noToken) {
            throw malformed("json.trailing_text");
        }
        throw malformed("json.trailing_text");
    }

    /** An unpaired surrogate can be written as an escape, but is no text that any store could keep. */
    private static void refuseBrokenText(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw malformed("json.invalid_text");
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("json.invalid_utf8");
        }
    }

    /** The other constraint that a body can meet is the length of a number. */
    private static boolean isTooDeep(StreamConstraintsException e) {
        String message = e.getOriginalMessage();
        return message != null && message.contains("depth");
    }

    /** Jackson has no exception type of its own for this. */
    private static boolean isDuplicate(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message != null && message.startsWith("Duplicate field");
    }
}
