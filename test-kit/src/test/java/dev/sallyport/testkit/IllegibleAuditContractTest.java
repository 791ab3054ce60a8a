package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class IllegibleAuditContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return IllegibleAuditContract.class;
    }

    @Breaks("whatIsNoRecordIsPassedOverAndAPageIsNoShorterForIt")
    static final class HasShorterPages extends OverSpoiltRecords {
        HasShorterPages() {
            super(new Spoilt() {
                @Override
                public List<AuditRecord> list(AuditFilter filter, int max) {
                    return super.list(filter, max).stream()
                            .filter(record -> !isSpoilt(record))
                            .toList();
                }
            });
        }
    }

    @Breaks("whatIsNoRecordIsToldByItsIdAndThePlaceItClaims")
    static final class SaysNothing extends OverSpoiltRecords {
        SaysNothing() {
            super(new Spoilt() {
                @Override
                public List<AuditEntry> entries(String after, int max) {
                    return super.entries(after, Integer.MAX_VALUE).stream()
                            .filter(entry -> !ids.contains(entry.id()))
                            .limit(max)
                            .toList();
                }
            });
        }
    }

    /** Knows which records somebody spoilt, and takes no notice. */
    abstract static class Spoilt extends NaiveAuditStore {

        final Set<String> ids = new HashSet<>();

        boolean isSpoilt(AuditRecord record) {
            return ids.contains(idOf(record));
        }
    }

    abstract static class OverSpoiltRecords implements IllegibleAuditContract {

        private final Spoilt store;

        OverSpoiltRecords(Spoilt store) {
            this.store = store;
        }

        @Override
        public AuditStore store() {
            return store;
        }

        @Override
        public void spoil(AuditEventId id) {
            store.ids.add(id.toString());
        }
    }
}
