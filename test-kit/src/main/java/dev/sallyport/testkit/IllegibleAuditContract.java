package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.chain;
import static dev.sallyport.testkit.AuditRecords.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an {@link AuditStore} promises of what somebody else wrote into it: one who may write there keeps nobody from reading the rest. */
public interface IllegibleAuditContract {

    AuditStore store();

    /** Gives a record a type that none has, past the store. */
    void spoil(AuditEventId id);

    @Test
    default void whatIsNoRecordIsPassedOverAndAPageIsNoShorterForIt() {
        AuditStore store = store();
        UserId ada = somebody();
        ChainId chain = chain();
        List<AuditRecord> records = about(ada, chain, AuditRecords.someMoment());
        store.append(records);
        List.of(1, 2, 3).forEach(number -> spoil(records.get(number).event().id()));

        assertThat(store.chain(chain, 0, 2)).containsExactly(records.get(0), records.get(4));
        assertThat(store.chain(chain, 0, 10)).containsExactly(records.get(0), records.get(4), records.get(5));
        assertThat(store.list(AuditFilter.about(ada), 3))
                .containsExactly(records.get(5), records.get(4), records.get(0));
    }

    @Test
    default void whatIsNoRecordIsToldByItsIdAndThePlaceItClaims() {
        AuditStore store = store();
        ChainId chain = chain();
        Instant moment = AuditRecords.someMoment();
        List<AuditRecord> records = about(somebody(), chain, moment);
        store.append(records);
        AuditEventId spoilt = records.get(2).event().id();
        spoil(spoilt);

        assertThat(store.entries(AuditEventId.firstAt(moment).toString(), 4))
                .containsExactly(
                        new AuditEntry.Legible(records.get(0)),
                        new AuditEntry.Legible(records.get(1)),
                        new AuditEntry.Illegible(spoilt.toString(), chain, 3),
                        new AuditEntry.Legible(records.get(3)));
    }

    /** Six, a millisecond after one another. */
    private static List<AuditRecord> about(UserId person, ChainId chain, Instant moment) {
        return AuditRecords.sealed(
                chain,
                Stream.iterate(moment, time -> time.plusMillis(1))
                        .limit(6)
                        .map(time -> AuditRecords.event(AuditType.SESSION_OPENED, null, person, time))
                        .toArray(AuditEvent[]::new));
    }
}
