package dev.sallyport.adapters.crypto.password;

/**
 * How passwords are hashed, and how many at once.
 *
 * @param threads how many passwords are hashed at once; more than there are cores gains nothing
 * @param queue how many more may wait before {@link BoundedPasswordHasher} refuses
 */
public record HashingSettings(Algorithm algorithm, int threads, int queue) {

    private static final int QUEUE_PER_THREAD = 16;

    public HashingSettings {
        if (threads < 1 || queue < 1) {
            throw new IllegalArgumentException("Expected at least one hashing thread and room for one to wait");
        }
    }

    /** One thread per core, and 16 that may wait for each. */
    public static HashingSettings of(Algorithm algorithm) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new HashingSettings(algorithm, cores, cores * QUEUE_PER_THREAD);
    }

    /** Heap in bytes that hashing needs with every thread at work; next to nothing for bcrypt. */
    public long heapBytes() {
        return switch (algorithm) {
            case Bcrypt bcrypt -> 0;
            case Argon2id argon2id -> 1024L * argon2id.memoryKib() * threads;
        };
    }

    /** What fresh hashes are made with. */
    public sealed interface Algorithm {}

    /**
     * bcrypt over a keyed digest of the password, see {@link KeyedBcrypt}.
     *
     * @param cost the logarithm of the number of rounds, 4 to 31
     */
    public record Bcrypt(int cost) implements Algorithm {

        public static final Bcrypt DEFAULT = new Bcrypt(12);

        public Bcrypt {
            if (cost < 4 || cost > 31) {
                throw new IllegalArgumentException("bcrypt has a cost of 4 to 31, not " + cost);
            }
        }
    }

    /**
     * Argon2id, RFC 9106.
     *
     * @param memoryKib at least 8 for each lane
     * @param iterations passes over the memory
     * @param parallelism lanes, 1 to 16; they are computed one after the other
     */
    public record Argon2id(int memoryKib, int iterations, int parallelism) implements Algorithm {

        /** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
        public static final Argon2id DEFAULT = new Argon2id(19 * 1024, 2, 1);

        static final int MAX_PARALLELISM = 16;

        public Argon2id {
            if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
                throw new IllegalArgumentException("Argon2id has a parallelism of 1 to 16 here, not " + parallelism);
            }
            if (memoryKib < 8 * parallelism || iterations < 1) {
                throw new IllegalArgumentException("Argon2id takes 8 KiB for each lane and one iteration at least");
            }
        }
    }
}
