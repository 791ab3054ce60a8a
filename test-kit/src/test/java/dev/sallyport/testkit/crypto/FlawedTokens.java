package dev.sallyport.testkit.crypto;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.TokenId;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.AccessTokensContract.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HS256 by hand: all that the contract asks for, except for one flaw. */
final class FlawedTokens implements AccessTokens {

    private static final String FORM = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";
    private static final int HALF = 16;

    private final Flaw flaw;
    private final Kind kind;
    private final InstantSource clock;
    private final Map<String, Verification> seen = new ConcurrentHashMap<>();
    private final JsonMapper json;
    private volatile AccessToken last = new AccessToken("");

    FlawedTokens(Flaw flaw, Kind kind, InstantSource clock) {
        this.flaw = flaw;
        this.kind = kind;
        this.clock = clock;
        json = JsonMapper.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, flaw != Flaw.READS_THE_LAST_OF_TWO)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        ObjectNode payload = json.createObjectNode()
                .put("iss", issuer())
                .put("aud", audience())
                .put("client_id", "sketch")
                .put("sub", claims.user().toString())
                .put("jti", claims.id().toString())
                .put("sid", claims.session().toString())
                .put("iat", claims.issuedAt().getEpochSecond())
                .put("nbf", claims.issuedAt().getEpochSecond())
                .put("exp", claims.expiresAt().getEpochSecond())
                .put("role", claims.role().name().value())
                .put("tier", claims.role().tier().level());
        ArrayNode permissions = payload.putArray("permissions");
        claims.role().permissions().forEach(permission -> permissions.add(permission.name()));
        if (flaw == Flaw.SAYS_MORE_THAN_IT_SHOULD) {
            payload.put("email", "ada@example.org");
        }
        return new AccessToken(signed(kind, header().toString(), payload.toString()));
    }

    @Override
    public Verification verify(AccessToken token) {
        if (flaw == Flaw.REMEMBERS_ANSWERS) {
            return seen.computeIfAbsent(token.value(), this::verified);
        }
        if (flaw == Flaw.SHARES_STATE) {
            last = token;
            LockSupport.parkNanos(1_000_000); // long enough for another caller to come
            return verified(last.value());
        }
        return verified(token.value());
    }

    static String signed(Kind kind, String header, String payload) {
        String input = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(payload.getBytes(StandardCharsets.UTF_8));
        return input + "." + encoded(mac(kind, input));
    }

    private Verification verified(String text) {
        try {
            return checked(flaw == Flaw.SKIPS_FOREIGN_CHARACTERS ? text.replaceAll("[^A-Za-z0-9._-]", "") : text);
        } catch (IOException | RuntimeException malformed) {
            if (flaw == Flaw.THROWS_AT_NONSENSE) {
                throw new IllegalStateException(malformed);
            }
            return new Verification.Invalid();
        }
    }

    private Verification checked(String text) throws IOException {
        List<String> parts = Arrays.asList(text.split("\\.", -1));
        if (text.length() > AccessToken.MAX_LENGTH && flaw != Flaw.READS_ANY_LENGTH) {
            return new Verification.Invalid();
        }
        JsonNode header = json.readTree(decoded(parts.get(0)));
        boolean unsigned = header.path("alg").asText().equals("none") && flaw == Flaw.TRUSTS_NONE;
        if (!unsigned && !(text.matches(FORM) && isOurs(header) && isSigned(parts))) {
            return new Verification.Invalid();
        }
        JsonNode payload = json.readTree(decoded(parts.get(1)));
        return isForUs(payload) ? timely(payload) : new Verification.Invalid();
    }

    private boolean isOurs(JsonNode header) {
        ObjectNode expected = header();
        return (flaw == Flaw.READS_ANY_TYPE || expected.get("typ").equals(header.get("typ")))
                && (flaw == Flaw.READS_ANY_ALGORITHM || expected.get("alg").equals(header.get("alg")))
                && (flaw == Flaw.READS_ANY_KEY_ID || expected.get("kid").equals(header.get("kid")))
                && (flaw == Flaw.SKIPS_UNKNOWN_HEADERS || header.size() <= expected.size());
    }

    private boolean isSigned(List<String> parts) {
        byte[] expected = mac(kind, parts.get(0) + "." + parts.get(1));
        byte[] actual = decoded(parts.get(2));
        return flaw == Flaw.COMPARES_HALF_THE_SIGNATURE
                ? Arrays.equals(expected, 0, HALF, actual, 0, HALF)
                : MessageDigest.isEqual(expected, actual);
    }

    private boolean isForUs(JsonNode payload) {
        return (flaw == Flaw.READS_ANY_ISSUER || payload.path("iss").asText().equals(issuer()))
                && (flaw == Flaw.READS_ANY_AUDIENCE
                        || payload.path("aud").asText().equals(audience()))
                && payload.path("client_id").asText().equals("sketch");
    }

    private Verification timely(JsonNode payload) {
        AccessClaims claims = claims(payload);
        int leeway = flaw == Flaw.KNOWS_NO_LEEWAY ? 0 : 30;
        if (clock.instant().isBefore(time(payload, "nbf").minusSeconds(leeway)) && flaw != Flaw.SKIPS_NOT_BEFORE) {
            return new Verification.Invalid();
        }
        return clock.instant().isBefore(claims.expiresAt().plusSeconds(leeway))
                ? new Verification.Valid(claims)
                : new Verification.Expired();
    }

    private AccessClaims claims(JsonNode payload) {
        SortedSet<Permission> permissions = new TreeSet<>();
        if (flaw != Flaw.LOSES_PERMISSIONS) {
            payload.path("permissions").forEach(name -> permissions.add(new Permission(name.asText())));
        }
        Tier tier = Tier.ofLevel((int) number(payload, "tier")).orElseThrow();
        return new AccessClaims(
                new TokenId(uuid(payload, "jti")),
                new UserId(uuid(payload, "sub")),
                new SessionId(uuid(payload, "sid")),
                new Role(new RoleName(payload.required("role").asText()), tier, permissions),
                time(payload, "iat"),
                time(payload, "exp"));
    }

    private static UUID uuid(JsonNode payload, String name) {
        return Uuid7.parse(payload.required(name).asText()).orElseThrow();
    }

    private Instant time(JsonNode payload, String name) {
        if (flaw == Flaw.GUESSES_MISSING_TIMES && !payload.has(name)) {
            return clock.instant().plusSeconds(1);
        }
        return Instant.ofEpochSecond(number(payload, name));
    }

    private static long number(JsonNode payload, String name) {
        if (!payload.required(name).isIntegralNumber()) {
            throw new IllegalArgumentException(name);
        }
        return payload.get(name).asLong();
    }

    private ObjectNode header() {
        return json.createObjectNode()
                .put("typ", kind == Kind.OTHER_TYPE ? "JWT" : "at+jwt")
                .put("alg", "HS256")
                .put("kid", kind == Kind.OTHER_KEYS ? "other" : "ours");
    }

    private String issuer() {
        return kind == Kind.OTHER_ISSUER ? "other" : "sketch";
    }

    private String audience() {
        return kind == Kind.OTHER_AUDIENCE ? "other" : "sketch";
    }

    private static byte[] mac(Kind kind, String input) {
        try {
            byte[] key = new byte[32];
            key[0] = (byte) (kind == Kind.OTHER_KEYS ? 2 : 1);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] decoded(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (flaw != Flaw.SKIPS_SURPLUS_BITS && !encoded(bytes).equals(part)) {
            throw new IllegalArgumentException("Not canonical");
        }
        return bytes;
    }

    /** What may be wrong with access tokens, and the test that must notice. */
    enum Flaw {
        NONE(""),
        LOSES_PERMISSIONS("whatWasIssuedIsValidAndSaysTheSame"),
        SAYS_MORE_THAN_IT_SHOULD("headerAndClaimsAreThoseOfTheProfile"),
        KNOWS_NO_LEEWAY("isExpiredThirtySecondsAfterItsTimeAlsoWhenItWasSeenBefore"),
        REMEMBERS_ANSWERS("isExpiredThirtySecondsAfterItsTimeAlsoWhenItWasSeenBefore"),
        SKIPS_NOT_BEFORE("isInvalidUntilThirtySecondsBeforeItsTime"),
        COMPARES_HALF_THE_SIGNATURE("everyChangedCharacterIsNoticed"),
        SKIPS_SURPLUS_BITS("noPartMayEndInAnotherCharacter"),
        SKIPS_FOREIGN_CHARACTERS("noOtherSpellingOfTheSameBytesPasses"),
        THROWS_AT_NONSENSE("whatHasNotTheFormIsInvalid"),
        TRUSTS_NONE("anUnsignedTokenIsInvalid"),
        READS_ANY_ALGORITHM("aKeyIsGoodForOneAlgorithm"),
        READS_ANY_TYPE("anotherTypeIsInvalid"),
        READS_ANY_KEY_ID("anUnknownKeyIsInvalid"),
        SKIPS_UNKNOWN_HEADERS("aHeaderSaysNothingMore"),
        READS_ANY_ISSUER("somebodyElsesTokenIsInvalid"),
        READS_ANY_AUDIENCE("somebodyElsesTokenIsInvalid"),
        READS_ANY_LENGTH("whatIsLongerThanEightKibibytesIsInvalid"),
        READS_THE_LAST_OF_TWO("noMemberMayBeThereTwice"),
        GUESSES_MISSING_TIMES("everyClaimIsThereAndWellFormed"),
        SHARES_STATE("ofManyCallersAtOnceEachReadsTheirOwnClaims");

        private final String noticedBy;

        Flaw(String noticedBy) {
            this.noticedBy = noticedBy;
        }

        String noticedBy() {
            return noticedBy;
        }
    }
}
