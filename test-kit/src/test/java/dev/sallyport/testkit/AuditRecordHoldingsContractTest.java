package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.ChainId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

final class AuditRecordHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AuditRecordHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks({"aRestoredChainIsReadAndHolds", "aRestoredPersonIsForgotten", "aRestoredChainIsRemoved"})
    static final class KeepsWhatIsRestoredApart extends OverRecords {
        KeepsWhatIsRestoredApart() {
            super(new NaiveAuditStore() {
                private final List<AuditRecord> apart = new CopyOnWriteArrayList<>();

                @Override
                public void put(AuditRecord record) {
                    apart.add(record);
                }

                @Override
                public Collection<AuditRecord> records() {
                    return Stream.concat(records.stream(), apart.stream()).toList();
                }
            });
        }
    }

    @Breaks("aRestoredChainGoesOn")
    static final class AppendsToItsOwnChainsOnly extends OverRecords {
        AppendsToItsOwnChainsOnly() {
            super(new NaiveAuditStore() {
                private final Set<ChainId> restored = ConcurrentHashMap.newKeySet();

                @Override
                public void put(AuditRecord record) {
                    restored.add(record.link().chain());
                    super.put(record);
                }

                @Override
                public void append(List<AuditRecord> more) {
                    if (!restored.contains(more.getFirst().link().chain())) {
                        super.append(more);
                    }
                }
            });
        }
    }

    abstract static class OverRecords implements AuditRecordHoldingsContract<NaiveAuditStore> {

        private final NaiveAuditStore store;

        OverRecords(NaiveAuditStore store) {
            this.store = store;
        }

        @Override
        public NaiveAuditStore store() {
            return store;
        }
    }
}
