package dev.sallyport.testkit.crypto;

import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.testkit.People;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Iterated SHA-256, one at a time: weak, but all that the contract asks for, except for one flaw. */
final class FlawedHasher implements PasswordHasher {

    private static final Pattern FORM = Pattern.compile("\\$sketch\\$(\\d{1,6})\\$([0-9a-f]{32})\\$([0-9a-f]{64})");
    private static final int BCRYPT_BYTES = 72;

    private final Flaw flaw;
    private final int rounds;
    private final Semaphore places;
    private final Lock turn = new ReentrantLock();
    private volatile Password last = new Password("");

    FlawedHasher(Flaw flaw, int rounds, int places) {
        this.flaw = flaw;
        this.rounds = rounds;
        this.places = new Semaphore(places);
    }

    @Override
    public PasswordHash hash(Password password) {
        return inTurn(() -> {
            byte[] salt = new byte[16];
            if (flaw != Flaw.ONE_SALT_FOR_ALL) {
                People.RANDOM.nextBytes(salt);
            }
            HexFormat hex = HexFormat.of();
            return new PasswordHash("$sketch$" + rounds + "$" + hex.formatHex(salt) + "$"
                    + hex.formatHex(digest(password, salt, rounds)));
        });
    }

    @Override
    public Verification verify(Password password, PasswordHash hash) {
        if (flaw == Flaw.SHARES_STATE) {
            last = password;
            LockSupport.parkNanos(1_000_000); // long enough for another caller to come
            return inTurn(() -> verified(last, hash.value()));
        }
        return inTurn(() -> verified(password, hash.value()));
    }

    @Override
    public void verifyNothing(Password password) {
        if (flaw != Flaw.VERIFIES_NOTHING_FOR_FREE) {
            hash(password);
        }
    }

    private Verification verified(Password password, String hash) {
        Matcher form = FORM.matcher(hash);
        boolean readable = flaw == Flaw.READS_THE_BEGINNING ? form.lookingAt() : form.matches();
        if (!readable && flaw == Flaw.THROWS_AT_NONSENSE) {
            throw new IllegalArgumentException("Unreadable");
        }
        if (!readable) {
            return Verification.MISMATCH;
        }
        int asked = Integer.parseInt(form.group(1));
        HexFormat hex = HexFormat.of();
        byte[] digest = digest(password, hex.parseHex(form.group(2)), asked);
        if (!MessageDigest.isEqual(digest, hex.parseHex(form.group(3)))) {
            return Verification.MISMATCH;
        }
        return asked == rounds || flaw == Flaw.NEVER_RENEWS ? Verification.MATCH : Verification.MATCH_BUT_REHASH;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (flaw == Flaw.LETS_EVERYBODY_WAIT) {
            places.acquireUninterruptibly();
        } else if (!places.tryAcquire()) {
            throw new HashingBusyException(Duration.ofSeconds(flaw == Flaw.RETRY_AT_ONCE ? 0 : 1));
        }
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
            places.release();
        }
    }

    private byte[] digest(Password password, byte[] salt, int times) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(counted(password));
            for (int i = 0; i < times; i++) {
                sha256.update(salt);
                digest = sha256.digest(digest);
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] counted(Password password) {
        byte[] all = password.utf8();
        String text = password.value();
        return switch (flaw) {
            case STOPS_AFTER_72_BYTES -> Arrays.copyOf(all, Math.min(all.length, BCRYPT_BYTES));
            case STOPS_AT_NUL -> text.substring(0, (text + "\0").indexOf('\0')).getBytes(StandardCharsets.UTF_8);
            case PADS_WITH_NUL -> Arrays.copyOf(all, Math.max(all.length, BCRYPT_BYTES));
            case ASCII_ONLY -> text.getBytes(StandardCharsets.US_ASCII);
            default -> all;
        };
    }

    /** What may be wrong with a hasher, and the test that must notice. */
    enum Flaw {
        NONE(""),
        STOPS_AFTER_72_BYTES("theHundredthCharacterCounts"),
        STOPS_AT_NUL("aNulAndWhatComesAfterItCount"),
        PADS_WITH_NUL("aNulAndWhatComesAfterItCount"),
        ASCII_ONLY("scriptsBeyondLatinCountToTheLastCodePoint"),
        ONE_SALT_FOR_ALL("twoHashesOfOnePasswordDiffer"),
        NEVER_RENEWS("aHashMadeUnderOlderParametersMatchesButIsToBeRenewed"),
        THROWS_AT_NONSENSE("anUnreadableOrHostileHashIsAMismatch"),
        READS_THE_BEGINNING("aHashThatLostOrGainedACharacterIsAMismatch"),
        SHARES_STATE("ofManyCallersAtOnceEachGetsTheRightAnswerOrIsRefused"),
        LETS_EVERYBODY_WAIT("aFullQueueRefusesBeforeAnybodyIsDone"),
        RETRY_AT_ONCE("aFullQueueRefusesBeforeAnybodyIsDone"),
        VERIFIES_NOTHING_FOR_FREE("verifyingNothingWaitsInTheSameQueue");

        private final String noticedBy;

        Flaw(String noticedBy) {
            this.noticedBy = noticedBy;
        }

        String noticedBy() {
            return noticedBy;
        }
    }
}
