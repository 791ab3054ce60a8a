package dev.sallyport.application;

import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.testkit.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes at once and protects nothing; counts its work, and can be too busy for it. */
public final class QuickHasher implements PasswordHasher {

    private final AtomicInteger comparisons = new AtomicInteger();
    private final AtomicInteger hashes = new AtomicInteger();
    private volatile int cost = 1;
    private volatile int busyAfter = Integer.MAX_VALUE;

    @Override
    public PasswordHash hash(Password password) {
        work(hashes);
        return hash(password, cost);
    }

    @Override
    public Verification verify(Password password, PasswordHash hash) {
        work(comparisons);
        String[] parts = hash.value().split("\\$", -1);
        if (!digest(password, parts[3]).equals(parts[4])) {
            return Verification.MISMATCH;
        }
        return parts[2].equals(Integer.toString(cost)) ? Verification.MATCH : Verification.MATCH_BUT_REHASH;
    }

    @Override
    public void verifyNothing(Password password) {
        work(comparisons);
    }

    /** How many passwords were compared, with a hash or with nothing. */
    public int comparisons() {
        return comparisons.get();
    }

    public int hashes() {
        return hashes.get();
    }

    /** From now on hashes are made at a higher cost, and those there are want to be made anew. */
    public void raiseCost() {
        cost = 2;
    }

    /** From now on it refuses, or after so many more. */
    public void becomeBusyAfter(int more) {
        busyAfter = comparisons() + hashes() + more;
    }

    public void calmDown() {
        busyAfter = Integer.MAX_VALUE;
    }

    static PasswordHash hash(Password password, int cost) {
        String salt = People.unique();
        return new PasswordHash("$quick$" + cost + "$" + salt + "$" + digest(password, salt));
    }

    private void work(AtomicInteger kind) {
        if (comparisons() + hashes() >= busyAfter) {
            throw new HashingBusyException(Duration.ofSeconds(1));
        }
        kind.incrementAndGet();
    }

    private static String digest(Password password, String salt) {
        return UUID.nameUUIDFromBytes((salt + password.value()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
