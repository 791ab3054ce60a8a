package dev.sallyport.domain.apikey;

import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What lets a service in. Immutable: a change is a new value, written by {@link ApiKeyStore#replace} if nobody was faster.
 *
 * @param creator the account that made it
 * @param serviceAccount whether it stands for itself: it then outlives its creator's suspension and deletion; otherwise it acts for its
 *     creator, and never with more than that account may do at the time
 * @param tier its creator's when it was made
 * @param previous the secret from before a rotation; null if there was none
 * @param previousUntil until when that one is good as well; null if there is none
 * @param version counts every change but uses; the compare in compare-and-set
 * @param expiresAt null for never
 * @param lastUsedAt written by {@link ApiKeyStore#recordUse}, apart from {@code version}; null before the first use
 */
public record ApiKey(
        ApiKeyId id,
        ApiKeyName name,
        UserId creator,
        boolean serviceAccount,
        Tier tier,
        SortedSet<Permission> permissions,
        SecretHash current,
        @Nullable SecretHash previous,
        @Nullable Instant previousUntil,
        long version,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public ApiKey {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        if ((previous == null) != (previousUntil == null)) {
            throw new IllegalArgumentException("A secret before and the end of its time come together");
        }
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether this is one of its secrets, of which there may be two for a while. Takes the same time for every wrong one. */
    public boolean accepts(SecretHash shown, Instant now) {
        boolean isCurrent = same(shown, current);
        boolean isPrevious = previous != null && same(shown, previous);
        return isCurrent || (isPrevious && previousUntil != null && now.isBefore(previousUntil));
    }

    /**
     * With a new secret; the one in use stays good until {@code oldUntil}. In use is the present one, or, as long as there are two, the one
     * before it, which then stays no longer than it was to.
     */
    public ApiKey rotated(SecretHash next, Instant now, Instant oldUntil) {
        if (previous != null && previousUntil != null && now.isBefore(previousUntil)) {
            return rotated(next, previous, previousUntil.isBefore(oldUntil) ? previousUntil : oldUntil);
        }
        return rotated(next, current, oldUntil);
    }

    private ApiKey rotated(SecretHash next, SecretHash inUse, Instant until) {
        return new ApiKey(
                id,
                name,
                creator,
                serviceAccount,
                tier,
                permissions,
                next,
                inUse,
                until,
                version + 1,
                createdAt,
                expiresAt,
                lastUsedAt);
    }

    private static boolean same(SecretHash one, SecretHash other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(SecretHash hash) {
        return hash.value().getBytes(StandardCharsets.US_ASCII);
    }
}
