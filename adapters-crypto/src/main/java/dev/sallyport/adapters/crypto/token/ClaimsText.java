package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.TokenId;
import dev.sallyport.domain.user.UserId;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The payload of our tokens (RFC 9068, 2.2): writes it, and reads it back without forgiving anything. */
final class ClaimsText {

    private final AccessTokenSettings settings;

    ClaimsText(AccessTokenSettings settings) {
        this.settings = settings;
    }

    String write(AccessClaims claims) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("iss", settings.issuer());
        members.put("aud", settings.audience());
        members.put("sub", claims.user().toString());
        members.put("iat", claims.issuedAt().getEpochSecond());
        members.put("nbf", claims.issuedAt().getEpochSecond());
        members.put("exp", claims.expiresAt().getEpochSecond());
        members.put("jti", claims.id().toString());
        members.put("sid", claims.session().toString());
        members.put("client_id", settings.clientId());
        members.put("role", claims.role().name().value());
        members.put("tier", claims.role().tier().level());
        if (settings.includePermissions()) {
            members.put(
                    "permissions",
                    claims.role().permissions().stream().map(Permission::name).toList());
        }
        return JSONObjectUtils.toJSONString(members);
    }

    /** Empty if a claim is missing, there twice, malformed, or for somebody else. */
    Optional<VerifiedToken> read(String payload) {
        try {
            // Refuses a member that is there twice; answers null for the JSON text null.
            @Nullable Map<String, Object> members = JSONObjectUtils.parse(payload);
            return members != null && isForUs(members) ? Optional.of(token(members)) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private boolean isForUs(Map<String, Object> members) {
        return settings.issuer().equals(members.get("iss"))
                && settings.audience().equals(members.get("aud"))
                && settings.clientId().equals(members.get("client_id"));
    }

    private static VerifiedToken token(Map<String, Object> members) {
        AccessClaims claims = new AccessClaims(
                new TokenId(uuid(members, "jti")),
                new UserId(uuid(members, "sub")),
                new SessionId(uuid(members, "sid")),
                role(members),
                time(members, "iat"),
                time(members, "exp"));
        return new VerifiedToken(claims, time(members, "nbf"));
    }

    private static Role role(Map<String, Object> members) {
        int level = Math.clamp(number(members, "tier"), 0, Integer.MAX_VALUE);
        Tier tier = Tier.ofLevel(level).orElseThrow(() -> malformed("tier"));
        return new Role(new RoleName(text(members.get("role"))), tier, permissions(members));
    }

    /** None if the token was issued without. */
    private static SortedSet<Permission> permissions(Map<String, Object> members) {
        SortedSet<Permission> permissions = new TreeSet<>();
        if (!members.containsKey("permissions")) {
            return permissions;
        }
        if (!(members.get("permissions") instanceof List<?> names)) {
            throw malformed("permissions");
        }
        for (Object name : names) {
            permissions.add(new Permission(text(name)));
        }
        return permissions;
    }

    private static UUID uuid(Map<String, Object> members, String name) {
        return Uuid7.parse(text(members.get(name))).orElseThrow(() -> malformed(name));
    }

    private static Instant time(Map<String, Object> members, String name) {
        return Instant.ofEpochSecond(number(members, name));
    }

    private static long number(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Long whole) {
            return whole;
        }
        throw malformed(name);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("Expected a text");
    }

    private static IllegalArgumentException malformed(String name) {
        return new IllegalArgumentException("Malformed: " + name);
    }
}
