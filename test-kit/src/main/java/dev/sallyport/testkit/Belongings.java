package dev.sallyport.testkit;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a service has after a while: records of every kind, in many scripts, with everything filled in and with everything left out.
 * Of the sessions and the one-time tokens some have expired, and some are about to.
 */
public record Belongings(
        List<SealedKey> keys,
        List<Role> roles,
        List<User> accounts,
        List<ApiKey> apiKeys,
        List<Session> sessions,
        List<OneTimeToken> oneTimeTokens,
        List<AuditRecord> auditRecords,
        List<Checkpoint> checkpoints) {

    /** When all this is: about now, as some stores let sessions lapse by the clock on the wall. */
    public static final Instant NOW = WallClock.START;

    private static final List<String> NAMES =
            List.of("Ada", "О'Браєн \"\\", "祖沖之", "عُمَر الخيّام", "👩🏽‍🚀 𝒜", "Zoë\u00a0%_'");

    private static final List<AuditType> TYPES = List.of(AuditType.values());

    /** Of each person one account, one session and two events; of every fifth an API key and a one-time token. */
    public static Belongings of(int people) {
        List<User> accounts =
                IntStream.range(0, people).mapToObj(Belongings::account).toList();
        List<Session> sessions = IntStream.range(0, people)
                .mapToObj(number -> session(accounts.get(number), number))
                .toList();
        List<AuditEvent> events = IntStream.range(0, 2 * people)
                .mapToObj(number -> event(sessions.get(number / 2), number))
                .toList();
        List<ApiKey> apiKeys = IntStream.range(0, everyFifth(people))
                .mapToObj(Belongings::apiKey)
                .toList();
        List<OneTimeToken> tokens = IntStream.range(0, everyFifth(people))
                .mapToObj(number -> oneTimeToken(accounts.get(5 * number), number))
                .toList();
        List<AuditRecord> records = records(events);
        return new Belongings(
                someKeys(), someRoles(), accounts, apiKeys, sessions, tokens, records, checkpoints(records));
    }

    private static int everyFifth(int people) {
        return (people + 4) / 5;
    }

    private static List<SealedKey> someKeys() {
        return List.of(
                key("access-token:RS256", KeyState.ACTIVE),
                key("access-token:RS256", KeyState.RETIRED),
                key("refresh-token:HS256", KeyState.ACTIVE));
    }

    private static SealedKey key(String purpose, KeyState state) {
        return new SealedKey(KeyId.next(NOW, People.RANDOM), purpose, state, "+/AzBQ==", NOW.minusMillis(1));
    }

    private static List<Role> someRoles() {
        Role own = new Role(
                new RoleName("LIBRARIAN"),
                Tier.MODERATOR,
                new TreeSet<>(List.of(new Permission("books:lend"), Permission.CONTENT_READ)));
        Role powerless = new Role(new RoleName("NOBODY_"), Tier.GUEST, new TreeSet<>());
        return Stream.concat(BuiltInRoles.all().stream(), Stream.of(own, powerless))
                .toList();
    }

    private static User account(int number) {
        return Accounts.with(person(number), UserId.next(NOW.plusMillis(number), People.RANDOM));
    }

    private static User person(int number) {
        String name = NAMES.get(number % NAMES.size()) + number;
        User full = Accounts.with(Accounts.full(), new DisplayName(name));
        return switch (number % 5) {
            case 0 -> full;
            case 1 ->
                Accounts.with(
                        People.someone(), new Metadata("{\"name\": \"" + name.replaceAll("[\"\\\\]", "?") + "\"}"));
            case 2 -> Accounts.with(People.someone(), new Profile(null, null, Metadata.EMPTY));
            case 3 -> People.someone().suspended(new Suspension(name, null), NOW);
            default -> Accounts.with(full, UserStatus.DELETED);
        };
    }

    private static Session session(User owner, int number) {
        Session session = Sessions.opened(owner.id(), NOW.plusMillis(number));
        return switch (number % 50) {
            case 48 -> Sessions.opened(owner.id(), NOW.minus(Duration.ofDays(1)), NOW.minusMillis(number));
            case 49 -> Sessions.opened(owner.id(), NOW, NOW.plus(Duration.ofMinutes(5)));
            default -> number % 2 == 0 ? session : Sessions.rotated(session, 10);
        };
    }

    private static ApiKey apiKey(int number) {
        ApiKey named = ApiKeys.with(
                number % 2 == 0 ? ApiKeys.full() : ApiKeys.bare(), new ApiKeyName(NAMES.get(number % NAMES.size())));
        return ApiKeys.with(named, ApiKeyId.next(NOW.plusMillis(number), People.RANDOM));
    }

    private static OneTimeToken oneTimeToken(User subject, int number) {
        OneTimeToken token = OneTimeTokens.some();
        return switch (number % 4) {
            case 0 -> OneTimeTokens.of(subject.id(), NOW, NOW.plus(Duration.ofMinutes(5)));
            case 1 -> OneTimeTokens.of(subject.id(), NOW.minus(Duration.ofDays(1)), NOW.minusMillis(number));
            case 2 -> OneTimeTokens.usedAt(token, NOW.plusMillis(number));
            default -> token;
        };
    }

    /** Some from before there were chains, the others in one. */
    private static List<AuditRecord> records(List<AuditEvent> events) {
        List<AuditEvent> early = events.subList(0, events.size() / 10);
        List<AuditEvent> late = events.subList(early.size(), events.size());
        return Stream.concat(
                        early.stream().map(AuditRecords::unsealed),
                        AuditRecords.sealed(AuditRecords.chain(), late.toArray(AuditEvent[]::new)).stream())
                .toList();
    }

    private static List<Checkpoint> checkpoints(List<AuditRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        AuditLink last = records.getLast().link();
        Mark head = new Mark(last.sequence(), last.hash());
        return List.of(AuditRecords.SEAL.sign(last.chain(), Mark.START, head, NOW));
    }

    private static AuditEvent event(Session session, int number) {
        boolean isAboutNobody = number % 5 == 4;
        return new AuditEvent(
                AuditEventId.next(NOW.plusMillis(number), People.RANDOM),
                NOW.plusMillis(number),
                TYPES.get(number % TYPES.size()),
                isAboutNobody ? null : session.user(),
                isAboutNobody ? null : session.user(),
                isAboutNobody ? null : session.id(),
                session.origin(),
                isAboutNobody ? Map.of() : Map.of("name", NAMES.get(number % NAMES.size()), "count", "" + number));
    }
}
