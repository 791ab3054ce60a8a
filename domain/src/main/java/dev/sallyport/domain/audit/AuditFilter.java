package dev.sallyport.domain.audit;

import dev.sallyport.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant; null always for any. Ids stand for times: an id begins with the millisecond of the event, see {@link
 * AuditEventId#firstAt}.
 *
 * @param from the lowest id
 * @param below greater than every id
 */
public record AuditFilter(
        @Nullable AuditType type,
        @Nullable UserId actor,
        @Nullable UserId subject,
        @Nullable AuditEventId from,
        @Nullable AuditEventId below) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    public static AuditFilter about(UserId subject) {
        return new AuditFilter(null, null, subject, null, null);
    }

    /** The same, but older than an event: what comes after it in a list. */
    public AuditFilter below(AuditEventId last) {
        return new AuditFilter(type, actor, subject, from, last);
    }
}
