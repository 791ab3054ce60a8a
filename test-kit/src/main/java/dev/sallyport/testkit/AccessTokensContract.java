package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.AccessTokens.Verification;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.TokenId;
import dev.sallyport.domain.user.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all {@link AccessTokens} keep: RFC 9068, and what RFC 8725 and wycheproof teach about accepting too much. */
public interface AccessTokensContract {

    String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    Duration LIFETIME = Duration.ofMinutes(15);

    /** With permissions. The same keys at each call, unless other keys are asked for. */
    AccessTokens tokens(Kind kind, InstantSource clock);

    /** Any header and payload as a compact JWS, signed with the key of {@link Kind#OURS}. */
    String signed(String header, String payload);

    /** What may be different about somebody else's tokens; one thing at a time. */
    enum Kind {
        OURS,
        OTHER_ISSUER,
        OTHER_AUDIENCE,
        OTHER_TYPE,
        OTHER_KEYS
    }

    @Test
    default void whatWasIssuedIsValidAndSaysTheSame() {
        SteppingClock clock = SteppingClock.fixed();
        AccessClaims claims = claims(clock.instant());

        AccessToken token = tokens(Kind.OURS, clock).issue(claims);

        assertThat(tokens(Kind.OURS, clock).verify(token)).isEqualTo(new Verification.Valid(claims));
    }

    @Test
    default void headerAndClaimsAreThoseOfTheProfile() {
        Parts issued = issued(SteppingClock.fixed());

        assertThat(json(issued.header()).fieldNames()).toIterable().containsExactlyInAnyOrder("typ", "alg", "kid");
        assertThat(json(issued.payload()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "iss",
                        "aud",
                        "sub",
                        "iat",
                        "nbf",
                        "exp",
                        "jti",
                        "sid",
                        "client_id",
                        "role",
                        "tier",
                        "permissions");
    }

    @Test
    default void isExpiredThirtySecondsAfterItsTimeAlsoWhenItWasSeenBefore() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);
        AccessClaims claims = claims(clock.instant());
        AccessToken token = tokens.issue(claims);

        clock.step(Duration.between(
                clock.instant(), claims.expiresAt().plusSeconds(30).minusMillis(1)));
        Verification justInTime = tokens.verify(token);
        clock.step(Duration.ofMillis(1));
        Verification late = tokens.verify(token);

        assertThat(justInTime).isEqualTo(new Verification.Valid(claims));
        assertThat(late).isEqualTo(new Verification.Expired());
        assertThat(tokens(Kind.OURS, clock).verify(token)).isEqualTo(new Verification.Expired());
    }

    @Test
    default void isInvalidUntilThirtySecondsBeforeItsTime() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);
        AccessClaims claims = claims(clock.instant());
        AccessToken token = tokens.issue(claims);

        clock.step(Duration.between(
                clock.instant(), claims.issuedAt().minusSeconds(30).minusMillis(1)));
        Verification early = tokens.verify(token);
        clock.step(Duration.ofMillis(1));
        Verification inTime = tokens.verify(token);

        assertThat(early).isEqualTo(new Verification.Invalid());
        assertThat(inTime).isEqualTo(new Verification.Valid(claims));
    }

    @Test
    default void everyChangedCharacterIsNoticed() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);
        String token = tokens.issue(claims(clock.instant())).value();
        tokens.verify(new AccessToken(token));

        Stream<String> changed = Stream.iterate(0, i -> i < token.length(), i -> i + 1)
                .map(i -> token.substring(0, i) + other(token.charAt(i)) + token.substring(i + 1));

        assertInvalid(tokens, changed);
    }

    @Test
    default void noPartMayEndInAnotherCharacter() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);
        String token = tokens.issue(claims(clock.instant())).value();
        List<Integer> ends = List.of(token.indexOf('.') - 1, token.lastIndexOf('.') - 1, token.length() - 1);

        Stream<String> changed = ends.stream()
                .flatMap(end -> BASE64URL
                        .chars()
                        .filter(c -> c != token.charAt(end))
                        .mapToObj(c -> token.substring(0, end) + (char) c + token.substring(end + 1)));

        assertInvalid(tokens, changed);
    }

    @Test
    default void noOtherSpellingOfTheSameBytesPasses() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);
        String token = tokens.issue(claims(clock.instant())).value();
        List<String> parts = parts(token);

        assertInvalid(
                tokens,
                Stream.of(
                        " " + token,
                        token + " ",
                        token + "\n",
                        token + "=",
                        token + "==",
                        token + ".",
                        "." + token,
                        parts.get(0) + "=." + parts.get(1) + "." + parts.get(2),
                        parts.get(0) + "." + parts.get(1) + "==." + parts.get(2),
                        parts.get(0) + "." + parts.get(1) + ".\t" + parts.get(2),
                        parts.get(0) + "." + parts.get(1) + "." + parts.get(2).substring(0, 9) + "\n"
                                + parts.get(2).substring(9),
                        parts.get(0) + "." + parts.get(1) + "." + parts.get(2).substring(0, 9) + "*"
                                + parts.get(2).substring(9)));
    }

    @Test
    default void whatHasNotTheFormIsInvalid() {
        AccessTokens tokens = tokens(Kind.OURS, SteppingClock.fixed());

        assertInvalid(
                tokens,
                Stream.of(
                        "", ".", "..", "...", "a", "a.b", "a.b.c", "🔑.🔑.🔑", "{}.{}.{}", "\0", "A".repeat(100_000)));
    }

    @Test
    default void anUnsignedTokenIsInvalid() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);
        Parts issued = issued(clock);
        String none = issued.changedHeader(header -> header.put("alg", "none"));
        String head = encoded(none) + "." + encoded(issued.payload()) + ".";

        assertInvalid(tokens, Stream.of(head, head + issued.signature(), head + "AA", head + encoded("none")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "HS256", "HS384", "RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA", "rs256"
            })
    default void aKeyIsGoodForOneAlgorithm(String algorithm) {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);
        String other = json(issued.header()).get("alg").asText().equals(algorithm) ? "ES512" : algorithm;

        String token = signed(issued.changedHeader(header -> header.put("alg", other)), issued.payload());

        assertInvalid(tokens(Kind.OURS, clock), Stream.of(token));
    }

    @Test
    default void anotherTypeIsInvalid() {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        assertInvalid(
                tokens(Kind.OURS, clock),
                Stream.of(
                        signed(issued.changedHeader(header -> header.remove("typ")), issued.payload()),
                        signed(issued.changedHeader(header -> header.put("typ", "id+jwt")), issued.payload()),
                        signed(issued.changedHeader(header -> header.put("typ", 1)), issued.payload())));
    }

    @Test
    default void anUnknownKeyIsInvalid() {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        assertInvalid(
                tokens(Kind.OURS, clock),
                Stream.of(
                        signed(issued.changedHeader(header -> header.remove("kid")), issued.payload()),
                        signed(issued.changedHeader(header -> header.put("kid", "another")), issued.payload()),
                        signed(issued.changedHeader(header -> header.putNull("kid")), issued.payload())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crit", "jwk", "jku", "x5u", "x5c", "x5t", "b64", "zip", "cty", "nonce"})
    default void aHeaderSaysNothingMore(String member) {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        String token =
                signed(issued.changedHeader(header -> header.put(member, "https://example.org")), issued.payload());

        assertInvalid(tokens(Kind.OURS, clock), Stream.of(token));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OURS")
    default void somebodyElsesTokenIsInvalid(Kind kind) {
        SteppingClock clock = SteppingClock.fixed();

        AccessToken token = tokens(kind, clock).issue(claims(clock.instant()));

        assertThat(tokens(Kind.OURS, clock).verify(token)).isEqualTo(new Verification.Invalid());
        assertThat(tokens(kind, clock).verify(token)).isInstanceOf(Verification.Valid.class);
    }

    @Test
    default void whatIsLongerThanEightKibibytesIsInvalid() {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        String token =
                signed(issued.header(), issued.changedPayload(payload -> payload.put("more", "x".repeat(8 * 1024))));

        assertInvalid(tokens(Kind.OURS, clock), Stream.of(token));
    }

    @Test
    default void noMemberMayBeThereTwice() {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        Stream<String> headers =
                names(issued.header()).map(name -> signed(twice(issued.header(), name), issued.payload()));
        Stream<String> payloads =
                names(issued.payload()).map(name -> signed(issued.header(), twice(issued.payload(), name)));

        assertInvalid(tokens(Kind.OURS, clock), Stream.concat(headers, payloads));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "iat", "nbf", "exp", "jti", "sid", "client_id", "role", "tier"})
    default void everyClaimIsThereAndWellFormed(String claim) {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        assertInvalid(
                tokens(Kind.OURS, clock),
                Stream.of(
                        signed(issued.header(), issued.changedPayload(payload -> payload.remove(claim))),
                        signed(issued.header(), issued.changedPayload(payload -> payload.putNull(claim))),
                        signed(issued.header(), issued.changedPayload(payload -> payload.put(claim, true))),
                        signed(issued.header(), issued.changedPayload(payload -> payload.put(claim, "?"))),
                        signed(issued.header(), issued.changedPayload(payload -> payload.put(claim, -1.5)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "\"text\"", "{}{}"})
    default void aPayloadIsAnObject(String payload) {
        SteppingClock clock = SteppingClock.fixed();
        Parts issued = issued(clock);

        assertInvalid(tokens(Kind.OURS, clock), Stream.of(signed(issued.header(), payload)));
    }

    @Test
    default void ofManyCallersAtOnceEachReadsTheirOwnClaims() {
        SteppingClock clock = SteppingClock.fixed();
        AccessTokens tokens = tokens(Kind.OURS, clock);

        List<Boolean> own = Race.of(64, number -> {
            AccessClaims claims = claims(clock.instant());
            AccessToken token = tokens.issue(claims);
            Verification expected = new Verification.Valid(claims);
            return Stream.generate(() -> tokens.verify(token)).limit(10).allMatch(expected::equals);
        });

        assertThat(own).containsOnly(true);
    }

    private static AccessClaims claims(Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        UserId user = UserId.next(now, People.RANDOM);
        return new AccessClaims(
                TokenId.next(now, People.RANDOM),
                user,
                SessionId.next(user, now, People.RANDOM),
                BuiltInRoles.MODERATOR,
                issuedAt,
                issuedAt.plus(LIFETIME));
    }

    /** A token of ours, taken apart; and proof that {@link #signed} makes one from the parts. */
    private Parts issued(InstantSource clock) {
        AccessTokens tokens = tokens(Kind.OURS, clock);
        Parts parts = Parts.of(tokens.issue(claims(clock.instant())));
        assertThat(tokens.verify(new AccessToken(signed(parts.header(), parts.payload()))))
                .isInstanceOf(Verification.Valid.class);
        return parts;
    }

    private static void assertInvalid(AccessTokens tokens, Stream<String> texts) {
        SoftAssertions.assertSoftly(
                softly -> texts.forEach(text -> softly.assertThat(tokens.verify(new AccessToken(text)))
                        .as("%.3000s", text)
                        .isEqualTo(new Verification.Invalid())));
    }

    private static Stream<String> names(String object) {
        return json(object).properties().stream().map(member -> member.getKey());
    }

    private static String twice(String object, String name) {
        return "{\"" + name + "\":" + json(object).get(name) + "," + object.substring(1);
    }

    private static List<String> parts(String token) {
        return Arrays.asList(token.split("\\.", 3));
    }

    private static char other(char c) {
        return c == 'A' ? 'B' : 'A';
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token's header and payload as JSON, and its signature as it stands. */
    record Parts(String header, String payload, String signature) {

        private static Parts of(AccessToken token) {
            List<String> parts = parts(token.value());
            return new Parts(decoded(parts.get(0)), decoded(parts.get(1)), parts.get(2));
        }

        private static String decoded(String part) {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        }

        private String changedHeader(Consumer<ObjectNode> change) {
            return changed(header, change);
        }

        private String changedPayload(Consumer<ObjectNode> change) {
            return changed(payload, change);
        }

        private static String changed(String text, Consumer<ObjectNode> change) {
            ObjectNode object = json(text);
            change.accept(object);
            return object.toString();
        }
    }
}
