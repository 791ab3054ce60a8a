package dev.sallyport.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AuditSealTest {

    private static final AuditSeal SEAL = new AuditSeal(new SecretKeySpec(new byte[32], "HmacSHA256"));
    private static final UserId ADA = UserId.next(Ada.NOON, Ada.RANDOM);
    private static final AuditEvent EVENT = new AuditEvent(
            AuditEventId.next(Ada.NOON, Ada.RANDOM),
            Ada.NOON,
            AuditType.SESSION_ENDED,
            ADA,
            ADA,
            SessionId.next(ADA, Ada.NOON, Ada.RANDOM),
            Ada.LAPTOP,
            Map.of("reason", "sign_out", "note", "\"Zoë\" \\ \n\u0001 👩🏽‍🚀"));
    private static final ChainId CHAIN = ChainId.next(Ada.NOON, Ada.RANDOM);
    private static final AuditRecord RECORD = SEAL.seal(EVENT, CHAIN, 7, AuditHash.NONE, Salt.next(Ada.RANDOM));

    @Test
    void whatWasSealedHolds() {
        assertThat(SEAL.holds(RECORD)).isTrue();
    }

    @Test
    void underAnotherKeyNothingHolds() {
        AuditSeal other = new AuditSeal(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));

        assertThat(other.holds(RECORD)).isFalse();
    }

    static Stream<AuditRecord> edited() {
        AuditEvent e = EVENT;
        AuditLink l = RECORD.link();
        return Stream.of(
                record(e.id(), e.at().plusMillis(1), e.type(), ADA, ADA, e.session(), e.details()),
                record(AuditEventId.next(Ada.NOON, Ada.RANDOM), e.at(), e.type(), ADA, ADA, e.session(), e.details()),
                record(e.id(), e.at(), AuditType.SESSION_OPENED, ADA, ADA, e.session(), e.details()),
                record(e.id(), e.at(), e.type(), null, ADA, e.session(), e.details()),
                record(e.id(), e.at(), e.type(), ADA, null, e.session(), e.details()),
                record(e.id(), e.at(), e.type(), ADA, ADA, null, e.details()),
                record(e.id(), e.at(), e.type(), ADA, ADA, e.session(), Map.of("reason", "sign_out")),
                linked(new AuditLink(CHAIN, 8, l.previous(), l.hash(), l.personal(), l.salt())),
                linked(new AuditLink(CHAIN, 7, l.hash(), l.hash(), l.personal(), l.salt())),
                linked(new AuditLink(CHAIN, 7, l.previous(), l.hash(), AuditHash.NONE, l.salt())),
                linked(new AuditLink(
                        ChainId.next(Ada.NOON, Ada.RANDOM), 7, l.previous(), l.hash(), l.personal(), l.salt())),
                linked(new AuditLink(CHAIN, 7, l.previous(), l.hash(), l.personal(), Salt.next(Ada.RANDOM))),
                linked(new AuditLink(CHAIN, 7, l.previous(), l.hash(), l.personal(), null)),
                new AuditRecord(from(EVENT, EVENT.origin().erased()), l));
    }

    @ParameterizedTest
    @MethodSource("edited")
    void whateverIsChangedInARecordIsSeen(AuditRecord edited) {
        assertThat(SEAL.holds(edited)).isFalse();
    }

    @Test
    void aRecordHoldsWithoutWhatTellsThePerson() {
        AuditRecord erased = RECORD.erased();

        assertThat(SEAL.holds(erased)).isTrue();
        assertThat(erased.event()).isEqualTo(from(EVENT, EVENT.origin().erased()));
        assertThat(erased.link().salt()).isNull();
    }

    @Test
    void aMovedRecordStillHoldsWhereItCameFrom() {
        AuditLink l = RECORD.link();
        AuditRecord moved = linked(new AuditLink(CHAIN, 3, l.previous(), l.hash(), l.personal(), l.salt()));

        assertThat(SEAL.holds(moved)).isFalse();
        assertThat(SEAL.holdsAt(moved, 7)).isTrue();
    }

    @Test
    void aCheckpointHoldsOnlyAsItWasSigned() {
        Checkpoint.Mark head = new Checkpoint.Mark(7, RECORD.link().hash());
        Checkpoint signed = SEAL.sign(CHAIN, Checkpoint.Mark.START, head, Ada.NOON);

        assertThat(SEAL.holds(signed)).isTrue();
        assertThat(SEAL.holds(new Checkpoint(
                        CHAIN, Checkpoint.Mark.START, Checkpoint.Mark.START, Ada.NOON, signed.signature())))
                .isFalse();
        assertThat(SEAL.holds(new Checkpoint(CHAIN, head, head, Ada.NOON, signed.signature())))
                .isFalse();
        assertThat(SEAL.holds(new Checkpoint(CHAIN, signed.base(), head, Ada.NOON.plusMillis(1), signed.signature())))
                .isFalse();
    }

    @Test
    void theFormToBeHashedIsThatOfRfc8785() {
        CanonicalJson json = new CanonicalJson()
                .with("\u20ac", "Euro Sign")
                .with("\r", "Carriage Return")
                .with("1", 1)
                .with("nested", Map.of("b", "\u000f\"\\/", "a", "\b\t\n\f"));

        assertThat(json)
                .hasToString("{\"\\r\":\"Carriage Return\",\"1\":1,\"nested\":{\"a\":\"\\b\\t\\n\\f\","
                        + "\"b\":\"\\u000f\\\"\\\\/\"},\"\u20ac\":\"Euro Sign\"}");
    }

    private static AuditRecord linked(AuditLink link) {
        return new AuditRecord(EVENT, link);
    }

    private static AuditEvent from(AuditEvent event, Origin origin) {
        return new AuditEvent(
                event.id(),
                event.at(),
                event.type(),
                event.actor(),
                event.subject(),
                event.session(),
                origin,
                event.details());
    }

    private static AuditRecord record(
            AuditEventId id,
            Instant at,
            AuditType type,
            @Nullable UserId actor,
            @Nullable UserId subject,
            @Nullable SessionId session,
            Map<String, String> details) {
        return new AuditRecord(
                new AuditEvent(id, at, type, actor, subject, session, EVENT.origin(), details), RECORD.link());
    }
}
