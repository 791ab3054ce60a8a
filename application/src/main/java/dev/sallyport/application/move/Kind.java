package dev.sallyport.application.move;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** One kind of records that a service keeps. */
public final class Kind<T extends Record> {

    public static final Kind<SealedKey> KEYS = lasting("keys", Household::keys);
    public static final Kind<Role> ROLES = lasting("roles", Household::roles);
    public static final Kind<User> ACCOUNTS = lasting("accounts", Household::accounts);
    public static final Kind<ApiKey> API_KEYS = lasting("API keys", Household::apiKeys);
    public static final Kind<Session> SESSIONS =
            new Kind<>("sessions", Household::sessions, (session, then) -> !session.isExpired(then));
    public static final Kind<OneTimeToken> ONE_TIME_TOKENS =
            new Kind<>("one-time tokens", Household::oneTimeTokens, (token, then) -> !token.isExpired(then));
    public static final Kind<AuditRecord> AUDIT_RECORDS = lasting("audit records", Household::auditRecords);
    public static final Kind<Checkpoint> CHECKPOINTS = lasting("checkpoints", Household::checkpoints);

    private static final List<Kind<?>> ALL =
            List.of(KEYS, ROLES, ACCOUNTS, API_KEYS, SESSIONS, ONE_TIME_TOKENS, AUDIT_RECORDS, CHECKPOINTS);

    private final String name;
    private final Function<Household, Holdings<T>> place;
    private final BiPredicate<T, Instant> lasts;

    private Kind(String name, Function<Household, Holdings<T>> place, BiPredicate<T, Instant> lasts) {
        this.name = name;
        this.place = place;
        this.lasts = lasts;
    }

    /** In the order in which they are moved. */
    public static List<Kind<?>> all() {
        return ALL;
    }

    /** Where a household has them. */
    Holdings<T> in(Household household) {
        return place.apply(household);
    }

    /** Whether a record is sure to be kept until then; a store may drop what has expired. */
    boolean lasts(T one, Instant then) {
        return lasts.test(one, then);
    }

    /** What people call them, in the plural. */
    @Override
    public String toString() {
        return name;
    }

    private static <T extends Record> Kind<T> lasting(String name, Function<Household, Holdings<T>> place) {
        return new Kind<>(name, place, (one, then) -> true);
    }
}
