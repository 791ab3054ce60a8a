package dev.sallyport.adapters.redis.onetime;

import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A token as the fields of a hash, without its own hash, which is in the key; instants in epoch milliseconds. */
final class TokenFields {

    private final Map<String, String> values;

    private TokenFields(Map<String, String> values) {
        this.values = values;
    }

    /** Fields and their values in turn. */
    static List<String> write(OneTimeToken token) {
        List<String> fields = new ArrayList<>(List.of("purpose", token.purpose().name()));
        UserId subject = token.subject();
        if (subject != null) {
            fields.addAll(List.of("subject", subject.toString()));
        }
        fields.addAll(List.of("created_at", millis(token.createdAt()), "expires_at", millis(token.expiresAt())));
        Instant usedAt = token.usedAt();
        if (usedAt != null) {
            fields.addAll(List.of("used_at", millis(usedAt)));
        }
        return fields;
    }

    static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    static OneTimeToken read(OneTimeHash hash, List<String> inTurn) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < inTurn.size(); i += 2) {
            values.put(inTurn.get(i), inTurn.get(i + 1));
        }
        return new TokenFields(values).token(hash);
    }

    private OneTimeToken token(OneTimeHash hash) {
        return new OneTimeToken(
                hash,
                OneTimePurpose.valueOf(Objects.requireNonNull(values.get("purpose"))),
                ifAny("subject").map(UUID::fromString).map(UserId::new).orElse(null),
                instant("created_at").orElseThrow(),
                instant("expires_at").orElseThrow(),
                instant("used_at").orElse(null));
    }

    private Optional<Instant> instant(String name) {
        return ifAny(name).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    private Optional<String> ifAny(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
