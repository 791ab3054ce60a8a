package dev.sallyport.domain.audit;

import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Salt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals audit records, so that whoever can write the store but has not the key cannot change one unseen: HMAC-SHA-256 (RFC 2104) over
 * the record in canonical JSON (RFC 8785), the hash of the record before included. Safe for use by many threads.
 *
 * <p>What could tell a person, the address and the user agent, is not in it itself: a salted commitment is. Erasing it and the salt
 * leaves the seal whole and nothing to find it by.
 */
public final class AuditSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final SecretKey key;

    public AuditSeal(SecretKey key) {
        this.key = key;
    }

    /** The event as the record of its chain after {@code previous}. */
    public AuditRecord seal(AuditEvent event, ChainId chain, long sequence, AuditHash previous, Salt salt) {
        AuditHash personal = commitment(event.origin(), salt);
        AuditHash hash = hash(event, chain, sequence, previous, personal);
        return new AuditRecord(event, new AuditLink(chain, sequence, previous, hash, personal, salt));
    }

    /** Whether the record is as it was sealed; what was erased is not missed. */
    public boolean holds(AuditRecord record) {
        return holdsAt(record, record.link().sequence()) && isPersonalWhole(record);
    }

    /** Whether the record, apart from its place, is one that was sealed for that place of its chain. */
    public boolean holdsAt(AuditRecord record, long sequence) {
        AuditLink link = record.link();
        return same(link.hash(), hash(record.event(), link.chain(), sequence, link.previous(), link.personal()));
    }

    private boolean isPersonalWhole(AuditRecord record) {
        Salt salt = record.link().salt();
        return salt == null
                ? record.event().origin().isErased()
                : same(record.link().personal(), commitment(record.event().origin(), salt));
    }

    /** A checkpoint with its signature. */
    public Checkpoint sign(ChainId chain, Checkpoint.Mark base, Checkpoint.Mark head, Instant at) {
        return new Checkpoint(chain, base, head, at, signature(chain, base, head, at));
    }

    public boolean holds(Checkpoint checkpoint) {
        return same(
                checkpoint.signature(),
                signature(checkpoint.chain(), checkpoint.base(), checkpoint.head(), checkpoint.at()));
    }

    private AuditHash signature(ChainId chain, Checkpoint.Mark base, Checkpoint.Mark head, Instant at) {
        return mac(new CanonicalJson()
                .with("chain", chain.toString())
                .with("base_count", base.count())
                .with("base_hash", base.hash().value())
                .with("count", head.count())
                .with("head", head.hash().value())
                .with("at", MILLIS.format(at)));
    }

    private AuditHash hash(AuditEvent event, ChainId chain, long sequence, AuditHash previous, AuditHash personal) {
        CanonicalJson json = new CanonicalJson()
                .with("chain", chain.toString())
                .with("sequence", sequence)
                .with("previous", previous.value())
                .with("id", event.id().value().toString())
                .with("at", MILLIS.format(event.at()))
                .with("type", event.type().code())
                .with("request_id", event.origin().requestId())
                .with("personal", personal.value())
                .with("details", event.details());
        put(json, "actor", event.actor());
        put(json, "subject", event.subject());
        put(json, "session", event.session());
        return mac(json);
    }

    private static void put(CanonicalJson json, String name, @Nullable Object id) {
        if (id != null) {
            json.with(name, id.toString());
        }
    }

    private AuditHash commitment(Origin origin, Salt salt) {
        CanonicalJson json = new CanonicalJson()
                .with("salt", salt.value())
                .with("ip", origin.address().text())
                .with("network", origin.address().network());
        put(json, "user_agent", origin.userAgent());
        return mac(json);
    }

    private AuditHash mac(CanonicalJson json) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return AuditHash.of(mac.doFinal(json.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static boolean same(AuditHash one, AuditHash other) {
        return MessageDigest.isEqual(
                one.value().getBytes(StandardCharsets.US_ASCII), other.value().getBytes(StandardCharsets.US_ASCII));
    }
}
