package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an {@link AuditLog} promises as {@link Holdings}: events that were carried are told as if they had happened here. */
public interface AuditHoldingsContract<S extends AuditLog & Holdings<AuditEvent>> extends HoldingsContract<AuditEvent> {

    S log();

    @Override
    default Holdings<AuditEvent> holdings() {
        return log();
    }

    @Override
    default void keep(AuditEvent event) {
        log().record(event);
    }

    @Override
    default AuditEvent sample(UUID id) {
        return event(id, somebody(), People.NOON, AuditType.SESSION_OPENED);
    }

    @Override
    default AuditEvent changed(AuditEvent event) {
        return event(event.id().value(), somebody(), People.NOON.plusMillis(1), AuditType.SESSION_ENDED);
    }

    @Override
    default List<AuditEvent> extremes() {
        AuditEvent full = new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                Instant.EPOCH,
                AuditType.SESSION_ENDED,
                somebody(),
                somebody(),
                SessionId.next(somebody(), People.NOON, People.RANDOM),
                new Origin(
                        new ClientAddress("f".repeat(45), "0".repeat(45)), "\"%_\\'".repeat(51) + "~", "r".repeat(64)),
                Map.of("reason", "О'Браєн \"\\", "a_name", "👩🏽‍🚀 𝒜\n\t", "count", ""));
        AuditEvent bare = new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                People.NOON,
                AuditType.SIGN_IN_FAILED,
                null,
                null,
                null,
                new Origin(ClientAddress.UNKNOWN, null, "r"),
                Map.of());
        Stream<AuditEvent> ofEveryType =
                Arrays.stream(AuditType.values()).map(type -> event(UUID.randomUUID(), somebody(), People.NOON, type));
        return Stream.concat(Stream.of(full, bare), ofEveryType).toList();
    }

    @Override
    default String id(AuditEvent event) {
        return event.id().value().toString();
    }

    @Test
    default void restoredEventsAreReadAboutTheirAccountNewestFirst() {
        UserId subject = somebody();
        List<AuditEvent> events = IntStream.range(0, 3)
                .mapToObj(number ->
                        event(UUID.randomUUID(), subject, People.NOON.plusMillis(number), AuditType.PROFILE_CHANGED))
                .toList();

        log().restore(events);

        assertThat(log().about(subject, 10)).containsExactlyElementsOf(events.reversed());
    }

    @Test
    default void aRestoredEventThatIsRecordedAgainIsThereOnce() {
        AuditEvent event = sample(UUID.randomUUID());
        log().restore(List.of(event));

        log().record(event);

        assertThat(log().about(Objects.requireNonNull(event.subject()), 10)).containsExactly(event);
        assertThat(log().after("")).containsOnlyOnce(event);
    }

    private static AuditEvent event(UUID id, UserId subject, Instant at, AuditType type) {
        return new AuditEvent(new AuditEventId(id), at, type, subject, subject, null, People.LAPTOP, Map.of("n", "1"));
    }

    private static UserId somebody() {
        return UserId.next(People.NOON, People.RANDOM);
    }
}
