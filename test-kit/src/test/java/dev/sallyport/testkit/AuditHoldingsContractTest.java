package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

final class AuditHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AuditHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks({"restoredEventsAreReadAboutTheirAccountNewestFirst", "aRestoredEventThatIsRecordedAgainIsThereOnce"})
    static final class KeepsWhatIsRestoredApart extends OverEvents {
        KeepsWhatIsRestoredApart() {
            super(new NaiveAuditLog() {
                private final List<AuditEvent> apart = new CopyOnWriteArrayList<>();

                @Override
                public void put(AuditEvent event) {
                    apart.add(event);
                }

                @Override
                public Collection<AuditEvent> records() {
                    return Stream.concat(events.stream(), apart.stream()).toList();
                }
            });
        }
    }

    @Breaks({"whatIsKeptThroughThePortIsReadAsItIs", "whatIsRestoredIsReadAsItIs"})
    static final class ForgetsTheDetails extends OverEvents {
        ForgetsTheDetails() {
            super(new NaiveAuditLog() {
                @Override
                AuditEvent stored(AuditEvent event) {
                    return new AuditEvent(
                            event.id(),
                            event.at(),
                            event.type(),
                            event.actor(),
                            event.subject(),
                            event.session(),
                            event.origin(),
                            Map.of());
                }
            });
        }
    }

    abstract static class OverEvents implements AuditHoldingsContract<NaiveAuditLog> {

        private final NaiveAuditLog log;

        OverEvents(NaiveAuditLog log) {
            this.log = log;
        }

        @Override
        public NaiveAuditLog log() {
            return log;
        }
    }
}
