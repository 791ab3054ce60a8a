package dev.sallyport.adapters.rest.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorsTest {

    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final UUID ADA = UUID.fromString("01932f4e-5d6c-7abc-8def-0123456789ab");
    private static final UUID GRACE = UUID.fromString("01932f4e-5d6c-7abc-8def-0123456789ac");
    private static final String USERS = "/api/v1/users";
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[] {1, 2, 3}, "HmacSHA256");

    private final Cursors cursors = new Cursors(KEY);

    @Test
    void aCursorLeadsBackToTheIdItWasMadeOf() {
        assertThat(cursors.read(cursors.after(ADA, USERS), USERS)).contains(ADA);
    }

    @Test
    void anotherInstanceWithTheSameKeyReadsIt() {
        assertThat(new Cursors(KEY).read(cursors.after(ADA, USERS), USERS)).contains(ADA);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertThat(cursors.read(cursors.after(ADA, USERS), USERS + "?role=4:USER"))
                .isEmpty();
    }

    @Test
    void aCursorMadeWithAnotherKeyIsRefused() {
        Cursors strange = new Cursors(new SecretKeySpec(new byte[32], "HmacSHA256"));

        assertThat(cursors.read(strange.after(ADA, USERS), USERS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aCursorWithOneCharacterChangedIsRefused(int at) {
        String genuine = cursors.after(ADA, USERS);
        char old = genuine.charAt(at);

        Stream<String> edited = BASE64URL
                .chars()
                .filter(c -> c != old)
                .mapToObj(c -> genuine.substring(0, at) + (char) c + genuine.substring(at + 1));

        assertThat(edited)
                .allSatisfy(cursor -> assertThat(cursors.read(cursor, USERS)).isEmpty());
    }

    static IntStream aCursorWithOneCharacterChangedIsRefused() {
        return IntStream.range(0, 64);
    }

    @Test
    void theBeginningOfOneAndTheEndOfAnotherAreNoCursor() {
        String ada = cursors.after(ADA, USERS);
        String grace = cursors.after(GRACE, USERS);

        assertThat(cursors.read(ada.substring(0, 22) + grace.substring(22), USERS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "=", "\u212A", "%00", " "})
    void whatIsNoCursorIsRefused(String text) {
        String genuine = cursors.after(ADA, USERS);

        assertThat(cursors.read(text, USERS)).isEmpty();
        assertThat(cursors.read(genuine + "x" + text, USERS)).isEmpty();
        assertThat(cursors.read(genuine.substring(0, 40) + text, USERS)).isEmpty();
        assertThat(cursors.read("*" + genuine.substring(1), USERS)).isEmpty();
    }

    @Test
    void aCursorIsWhatTheFormulaSays() throws GeneralSecurityException {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(ADA.getMostSignificantBits())
                .putLong(ADA.getLeastSignificantBits())
                .array();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(KEY);
        mac.update(id);
        byte[] signature = mac.doFinal(USERS.getBytes(StandardCharsets.UTF_8));

        byte[] cursor = Base64.getUrlDecoder().decode(cursors.after(ADA, USERS));

        assertThat(cursor).startsWith(id).endsWith(signature).hasSize(48);
    }
}
