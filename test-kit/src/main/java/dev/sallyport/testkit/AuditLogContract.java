package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AuditLog} promises. It may be shared with others: the contract's events are about accounts of its own. */
public interface AuditLogContract {

    AuditLog log();

    @Test
    default void everyFieldOfAnEventComesBack() {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent full = new AuditEvent(
                AuditEventId.next(People.NOON, People.RANDOM),
                People.NOON.plusMillis(456),
                AuditType.SESSION_ENDED,
                somebody(),
                subject,
                SessionId.next(subject, People.NOON, People.RANDOM),
                new Origin(
                        new ClientAddress("f".repeat(45), "0".repeat(45)), "\"%_\\'".repeat(51) + "~", "r".repeat(64)),
                Map.of("reason", "signed out", "count", "3"));

        log.record(full);

        assertThat(log.about(subject, 10)).containsExactly(full);
    }

    @Test
    default void whatAnEventLeavesOutIsLeftOut() {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent bare = new AuditEvent(
                AuditEventId.next(People.NOON, People.RANDOM),
                People.NOON,
                AuditType.SIGN_IN_FAILED,
                null,
                subject,
                null,
                new Origin(ClientAddress.UNKNOWN, null, "r"),
                Map.of());

        log.record(bare);

        assertThat(log.about(subject, 10)).containsExactly(bare);
    }

    @Test
    default void anEventAboutNobodyIsTakenAndIsNobodys() {
        AuditLog log = log();
        UserId actor = somebody();
        AuditEvent aboutNobody = new AuditEvent(
                AuditEventId.next(People.NOON, People.RANDOM),
                People.NOON,
                AuditType.SIGN_IN_FAILED,
                actor,
                null,
                null,
                People.LAPTOP,
                Map.of());

        log.record(aboutNobody);

        assertThat(log.about(actor, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void everyTypeComesBack(AuditType type) {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent event = event(subject, People.NOON, type, Map.of());

        log.record(event);

        assertThat(log.about(subject, 10)).containsExactly(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "О'Браєн \"\\", "👩🏽‍🚀 𝒜", "e\u0301", "a=b,c;d\n\t{e}", "祖沖之"})
    default void detailsComeBackCodePointByCodePoint(String value) {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent event = event(subject, People.NOON, AuditType.PROFILE_CHANGED, Map.of("a_name", value, "b", "c"));

        log.record(event);

        assertThat(log.about(subject, 10)).containsExactly(event);
    }

    @Test
    default void eventsAreReadNewestFirstByTimeWhateverOrderTheyCameIn() {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent newest = event(subject, People.NOON.plusMillis(2));
        AuditEvent oldest = event(subject, People.NOON);
        AuditEvent middle = event(subject, People.NOON.plusMillis(1));
        List.of(middle, newest, oldest).forEach(log::record);

        assertThat(log.about(subject, 10)).containsExactly(newest, middle, oldest);
    }

    @Test
    default void eventsOfOneInstantAreReadByIdDownwards() {
        AuditLog log = log();
        UserId subject = somebody();
        List<AuditEvent> events =
                Stream.generate(() -> event(subject, People.NOON)).limit(10).toList();
        events.forEach(log::record);

        assertThat(log.about(subject, 10))
                .containsExactlyElementsOf(events.stream()
                        .sorted(Comparator.comparing(
                                        (AuditEvent event) -> event.id().value().toString())
                                .reversed())
                        .toList());
    }

    @Test
    default void noMoreEventsAreReadThanAskedFor() {
        AuditLog log = log();
        UserId subject = somebody();
        List<AuditEvent> events = IntStream.range(0, 5)
                .mapToObj(number -> event(subject, People.NOON.plusMillis(number)))
                .toList();
        events.forEach(log::record);

        assertThat(log.about(subject, 2)).containsExactly(events.get(4), events.get(3));
    }

    @Test
    default void eventsAreReadAboutTheirOwnAccountOnly() {
        AuditLog log = log();
        AuditEvent mine = event(somebody(), People.NOON);
        UserId other = somebody();
        log.record(mine);
        log.record(event(other, People.NOON));

        assertThat(log.about(other, 10)).hasSize(1).doesNotContain(mine);
        assertThat(log.about(somebody(), 10)).isEmpty();
    }

    @Test
    default void anEventRecordedTwiceIsThereOnce() {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent event = event(subject, People.NOON);

        log.record(event);
        log.record(event);

        assertThat(log.about(subject, 10)).containsExactly(event);
    }

    @RepeatedTest(5)
    default void anEventRecordedManyTimesAtOnceIsThereOnce() {
        AuditLog log = log();
        UserId subject = somebody();
        AuditEvent event = event(subject, People.NOON);

        Race.run(64, number -> log.record(event));

        assertThat(log.about(subject, 64)).containsExactly(event);
    }

    @RepeatedTest(5)
    default void anEventIsThereWhenItsRecordingReturnsHoweverManyComeAtOnce() {
        AuditLog log = log();
        UserId subject = somebody();
        List<AuditEvent> events = IntStream.range(0, 64)
                .mapToObj(number -> event(subject, People.NOON.plusMillis(number)))
                .toList();

        List<Boolean> seen = Race.of(64, number -> {
            log.record(events.get(number));
            return log.about(subject, 64).contains(events.get(number));
        });

        assertThat(seen).containsOnly(true);
        assertThat(log.about(subject, 64)).containsExactlyElementsOf(events.reversed());
    }

    private static UserId somebody() {
        return UserId.next(People.NOON, People.RANDOM);
    }

    private static AuditEvent event(UserId subject, Instant at) {
        return event(subject, at, AuditType.SESSION_OPENED, Map.of("n", "1"));
    }

    private static AuditEvent event(UserId subject, Instant at, AuditType type, Map<String, String> details) {
        return new AuditEvent(
                AuditEventId.next(Backwards.from(People.NOON, at), People.RANDOM),
                at,
                type,
                subject,
                subject,
                null,
                People.LAPTOP,
                details);
    }
}
