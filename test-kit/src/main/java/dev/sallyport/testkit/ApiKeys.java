package dev.sallyport.testkit;

import static dev.sallyport.testkit.People.NOON;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyText;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** API keys with one thing about them changed; the version stays unless it is said to be the next. */
final class ApiKeys {

    /** By the text of their ids: {@code UUID.compareTo} takes its halves for signed numbers. */
    static final Comparator<ApiKey> NEWEST_FIRST =
            Comparator.comparing((ApiKey key) -> key.id().toString()).reversed();

    private ApiKeys() {}

    static ApiKey some() {
        return some(NOON);
    }

    /** A key whose id is of that moment. */
    static ApiKey some(Instant at) {
        return new ApiKey(
                ApiKeyId.next(at, People.RANDOM),
                new ApiKeyName("Nightly export"),
                UserId.next(NOON, People.RANDOM),
                false,
                Tier.ADMIN,
                new TreeSet<>(List.of(Permission.USERS_READ, Permission.AUDIT_READ)),
                secret(),
                null,
                null,
                1,
                NOON,
                null,
                null);
    }

    /** Nothing is left out, and no two fields hold the same. */
    static ApiKey full() {
        return new ApiKey(
                ApiKeyId.next(NOON, People.RANDOM),
                new ApiKeyName("О'Браєн \"%_\\ 😀"),
                UserId.next(NOON, People.RANDOM),
                true,
                Tier.MODERATOR,
                new TreeSet<>(List.of(Permission.CONTENT_READ, new Permission("books:lend"))),
                secret(),
                secret(),
                NOON.plusMillis(1),
                42,
                NOON.plusMillis(2),
                NOON.plusMillis(3),
                NOON.plusMillis(4));
    }

    /** Without anything that can be left out. */
    static ApiKey bare() {
        return new ApiKey(
                ApiKeyId.next(NOON, People.RANDOM),
                new ApiKeyName("x"),
                UserId.next(NOON, People.RANDOM),
                false,
                Tier.GUEST,
                new TreeSet<>(),
                secret(),
                null,
                null,
                1,
                NOON,
                null,
                null);
    }

    /** Every text has the greatest length, every number the greatest value. */
    static ApiKey longest() {
        ApiKey full = full();
        return new ApiKey(
                full.id(),
                new ApiKeyName("😀".repeat(ApiKeyName.MAX_LENGTH)),
                full.creator(),
                true,
                Tier.SUPER_ADMIN,
                IntStream.range(0, 200)
                        .mapToObj(number -> new Permission("t".repeat(32) + ":" + "a".repeat(29) + number))
                        .collect(Collectors.toCollection(TreeSet::new)),
                full.current(),
                full.previous(),
                full.previousUntil(),
                Long.MAX_VALUE,
                full.createdAt(),
                full.expiresAt(),
                full.lastUsedAt());
    }

    /** The least id that is greater than the key's. */
    static ApiKeyId justAbove(ApiKey key) {
        UUID id = key.id().value();
        return new ApiKeyId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1));
    }

    static ApiKey with(ApiKey key, ApiKeyId id) {
        return changed(key, id, key.name(), key.version(), key.lastUsedAt());
    }

    static ApiKey with(ApiKey key, ApiKeyName name) {
        return changed(key, key.id(), name, key.version(), key.lastUsedAt());
    }

    /** The next version of a key, alike in everything else. */
    static ApiKey next(ApiKey key) {
        return changed(key, key.id(), key.name(), key.version() + 1, key.lastUsedAt());
    }

    static ApiKey usedAt(ApiKey key, @Nullable Instant lastUsedAt) {
        return changed(key, key.id(), key.name(), key.version(), lastUsedAt);
    }

    /** Everything that ever happens to the key happens then. */
    static ApiKey at(ApiKey key, Instant at) {
        return new ApiKey(
                key.id(),
                key.name(),
                key.creator(),
                key.serviceAccount(),
                key.tier(),
                key.permissions(),
                key.current(),
                secret(),
                at,
                key.version(),
                at,
                at,
                at);
    }

    static ApiKey with(ApiKey key, Tier tier) {
        return new ApiKey(
                key.id(),
                key.name(),
                key.creator(),
                key.serviceAccount(),
                tier,
                key.permissions(),
                key.current(),
                key.previous(),
                key.previousUntil(),
                key.version(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }

    /** With that secret before its own, or without one. */
    static ApiKey with(ApiKey key, @Nullable SecretHash previous) {
        return new ApiKey(
                key.id(),
                key.name(),
                key.creator(),
                key.serviceAccount(),
                key.tier(),
                key.permissions(),
                key.current(),
                previous,
                previous == null ? null : NOON,
                key.version(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }

    private static SecretHash secret() {
        return ApiKeyText.next(ApiKeyId.next(NOON, People.RANDOM), People.RANDOM)
                .hash();
    }

    private static ApiKey changed(
            ApiKey key, ApiKeyId id, ApiKeyName name, long version, @Nullable Instant lastUsedAt) {
        return new ApiKey(
                id,
                name,
                key.creator(),
                key.serviceAccount(),
                key.tier(),
                key.permissions(),
                key.current(),
                key.previous(),
                key.previousUntil(),
                version,
                key.createdAt(),
                key.expiresAt(),
                lastUsedAt);
    }
}
