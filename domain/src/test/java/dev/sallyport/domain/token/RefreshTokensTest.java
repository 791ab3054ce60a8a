package dev.sallyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.token.RefreshTokens.Claim;
import dev.sallyport.domain.user.UserId;
import java.nio.ByteBuffer;
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

final class RefreshTokensTest {

    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] KEY = countingTo(32);

    private final RefreshTokens tokens = new RefreshTokens(key(KEY));
    private final Session session =
            Session.start(Ada.account(), Ada.LAPTOP, SessionPolicy.DEFAULT, Ada.NOON, Ada.RANDOM);

    @Test
    void aTokenIsGenuineForTheSessionItWasMadeFor() {
        Claim claim = tokens.read(tokens.of(session)).orElseThrow();

        assertThat(claim.session()).isEqualTo(session.id());
        assertThat(claim.generation()).isEqualTo(1);
        assertThat(tokens.isGenuine(claim, session)).isTrue();
    }

    @Test
    void aTokenStaysGenuineWhenItsSessionIsRotatedSoThatReuseIsSeen() {
        Claim claim = tokens.read(tokens.of(session)).orElseThrow();

        assertThat(tokens.isGenuine(claim, inGeneration(9))).isTrue();
    }

    @Test
    void theSameTokenIsComputedAgain() {
        assertThat(new RefreshTokens(key(KEY)).of(session)).isEqualTo(tokens.of(session));
    }

    @Test
    void anotherGenerationHasAnotherToken() {
        assertThat(tokens.of(inGeneration(2))).isNotEqualTo(tokens.of(session));
    }

    /** The text was computed with Python's hmac and base64, from the formula in the Javadoc. */
    @Test
    void aTokenIsWhatTheFormulaSays() throws GeneralSecurityException {
        SessionId id = new SessionId(UUID.fromString("01932f4e-5d6c-7abc-8def-0123456789ab"));
        byte[] salt = countingTo(16);
        Session known = session(id, 3, new Salt(base64(salt)));

        RefreshToken token = tokens.of(known);

        assertThat(token.value())
                .isEqualTo("AZMvTl1seryN7wEjRWeJqwAAAAAAAAADOD6ckFyGyCgXST_8x-PO2hRTvbW9d-BICuJfdvgqiNM");
        assertThat(token.value()).isEqualTo(byTheFormula(id, 3, salt));
    }

    static IntStream bits() {
        return IntStream.range(0, 56 * 8);
    }

    @ParameterizedTest
    @MethodSource("bits")
    void aTokenWithOneBitChangedIsNotGenuine(int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(tokens.of(session).value());
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));

        Claim claim = tokens.read(new RefreshToken(base64(bytes))).orElseThrow();

        assertThat(tokens.isGenuine(claim, session)).isFalse();
    }

    @Test
    void aTokenWithAnyCharacterChangedIsNotGenuine() {
        String genuine = tokens.of(session).value();

        Stream<RefreshToken> changed = IntStream.range(0, genuine.length())
                .boxed()
                .flatMap(at -> BASE64URL
                        .chars()
                        .filter(c -> c != genuine.charAt(at))
                        .mapToObj(c -> genuine.substring(0, at) + (char) c + genuine.substring(at + 1)))
                .map(RefreshToken::new);

        assertThat(changed)
                .hasSize(75 * 63)
                .noneMatch(token -> tokens.read(token)
                        .filter(claim -> tokens.isGenuine(claim, session))
                        .isPresent());
    }

    /** RFC 4648, 3.5: the last character of a token carries four bits; the two beside them must be zero. */
    @Test
    void oneTokenHasOneSpelling() {
        String genuine = tokens.of(session).value();
        int last = BASE64URL.indexOf(genuine.charAt(74));

        Stream<RefreshToken> others = IntStream.rangeClosed(1, 3)
                .mapToObj(padding -> new RefreshToken(genuine.substring(0, 74) + BASE64URL.charAt(last + padding)));

        assertThat(others).allSatisfy(other -> assertThat(tokens.read(other)).isEmpty());
    }

    @Test
    void aTokenOfAnotherSessionIsNotGenuine() {
        Session another = Session.start(Ada.account(), Ada.LAPTOP, SessionPolicy.DEFAULT, Ada.NOON, Ada.RANDOM);
        Claim claim = tokens.read(tokens.of(another)).orElseThrow();

        assertThat(tokens.isGenuine(claim, session)).isFalse();
    }

    @Test
    void aTokenOfAnotherSessionWithTheSameSaltIsNotGenuine() {
        Session twin = session(SessionId.next(session.user(), Ada.NOON, Ada.RANDOM), 1, session.salt());
        Claim claim = tokens.read(tokens.of(twin)).orElseThrow();

        assertThat(tokens.isGenuine(claim, session)).isFalse();
    }

    @Test
    void aTokenUnderAnotherSaltIsNotGenuine() {
        Session salted = session(session.id(), 1, Salt.next(Ada.RANDOM));
        Claim claim = tokens.read(tokens.of(salted)).orElseThrow();

        assertThat(tokens.isGenuine(claim, session)).isFalse();
    }

    @Test
    void aTokenUnderAnotherKeyIsNotGenuine() {
        RefreshTokens strangers = new RefreshTokens(key(countingTo(31)));
        Claim claim = tokens.read(strangers.of(session)).orElseThrow();

        assertThat(tokens.isGenuine(claim, session)).isFalse();
    }

    static Stream<String> nonsense() {
        String seventyFour = "A".repeat(74);
        return Stream.of(
                "",
                seventyFour,
                seventyFour + "AA",
                seventyFour + "=",
                seventyFour + "+",
                seventyFour + "/",
                seventyFour + " ",
                seventyFour + "\n",
                seventyFour + "\u00e9",
                seventyFour + "\u0141",
                "A".repeat(70) + "==" + "AAA",
                "A".repeat(71) + "=" + "AAA",
                "=".repeat(75),
                "A".repeat(75) + "=",
                "A".repeat(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsNoToken(String text) {
        assertThat(tokens.read(new RefreshToken(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAECAwQFBgcICQoLDA0O", "AAECAwQFBgcICQoLDA0ODxA", "not base64!"})
    void aSaltHas16Bytes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Salt(text));
    }

    private static String byTheFormula(SessionId id, long generation, byte[] salt) throws GeneralSecurityException {
        byte[] head = ByteBuffer.allocate(24)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .putLong(generation)
                .array();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key(KEY));
        byte[] signed = ByteBuffer.allocate(40).put(head).put(salt).array();
        return base64(ByteBuffer.allocate(56).put(head).put(mac.doFinal(signed)).array());
    }

    private Session inGeneration(long generation) {
        return session(session.id(), generation, session.salt());
    }

    private Session session(SessionId id, long generation, Salt salt) {
        UserId owner = new UserId(id.value());
        return new Session(
                id,
                owner,
                generation,
                salt,
                1,
                Ada.LAPTOP,
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] countingTo(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
