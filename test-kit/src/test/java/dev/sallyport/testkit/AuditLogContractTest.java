package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

final class AuditLogContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AuditLogContract.class;
    }

    @Breaks(value = "anEventIsThereWhenItsRecordingReturnsHoweverManyComeAtOnce", nothingElse = true)
    static final class LosesWhatComesAtOnce implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog();
        }
    }

    @Breaks(value = "anEventRecordedManyTimesAtOnceIsThereOnce", nothingElse = true)
    static final class LooksBeforeItWrites implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                private final List<AuditEvent> written = new CopyOnWriteArrayList<>();

                @Override
                public void record(AuditEvent event) {
                    if (!written.contains(event)) {
                        Gap.open();
                        written.add(event);
                    }
                    events = written;
                }
            };
        }
    }

    @Breaks("anEventRecordedTwiceIsThereOnce")
    static final class KeepsWhatItHas implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                boolean isThere(AuditEvent event) {
                    return false;
                }
            };
        }
    }

    @Breaks({"everyFieldOfAnEventComesBack", "whatAnEventLeavesOutIsLeftOut"})
    static final class TakesTheSubjectForTheActor implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                AuditEvent stored(AuditEvent event) {
                    return with(event, event.type(), event.subject(), event.session(), event.details());
                }
            };
        }
    }

    @Breaks("everyFieldOfAnEventComesBack")
    static final class ForgetsTheSession implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                AuditEvent stored(AuditEvent event) {
                    return with(event, event.type(), event.actor(), null, event.details());
                }
            };
        }
    }

    @Breaks("everyTypeComesBack")
    static final class KnowsOneTypeOnly implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                AuditEvent stored(AuditEvent event) {
                    return with(event, AuditType.SESSION_OPENED, event.actor(), event.session(), event.details());
                }
            };
        }
    }

    @Breaks("detailsComeBackCodePointByCodePoint")
    static final class WritesAscii implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                AuditEvent stored(AuditEvent event) {
                    Map<String, String> ascii = new TreeMap<>(event.details());
                    ascii.replaceAll((name, value) -> value.replaceAll("\\P{ASCII}", "?"));
                    return with(event, event.type(), event.actor(), event.session(), ascii);
                }
            };
        }
    }

    @Breaks("anEventAboutNobodyIsTakenAndIsNobodys")
    static final class ReadsWhatSomebodyDid implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                boolean isAbout(AuditEvent event, UserId subject) {
                    return super.isAbout(event, subject) || subject.equals(event.actor());
                }
            };
        }
    }

    @Breaks("eventsAreReadAboutTheirOwnAccountOnly")
    static final class ReadsEverybodysEvents implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                boolean isAbout(AuditEvent event, UserId subject) {
                    return true;
                }
            };
        }
    }

    @Breaks("eventsAreReadNewestFirstByTimeWhateverOrderTheyCameIn")
    static final class ReadsByIdAlone implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                Comparator<AuditEvent> newestFirst() {
                    return Comparator.comparing(event -> event.id().value().toString(), Comparator.reverseOrder());
                }
            };
        }
    }

    @Breaks("eventsOfOneInstantAreReadByIdDownwards")
    static final class ReadsByTimeAlone implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                Comparator<AuditEvent> newestFirst() {
                    return Comparator.comparing(AuditEvent::at).reversed();
                }
            };
        }
    }

    @Breaks("noMoreEventsAreReadThanAskedFor")
    static final class ReadsThemAll implements AuditLogContract {
        @Override
        public AuditLog log() {
            return new NaiveAuditLog() {
                @Override
                public List<AuditEvent> about(UserId subject, int max) {
                    return super.about(subject, Integer.MAX_VALUE);
                }
            };
        }
    }

    private static AuditEvent with(
            AuditEvent event,
            AuditType type,
            @Nullable UserId actor,
            @Nullable SessionId session,
            Map<String, String> details) {
        return new AuditEvent(event.id(), event.at(), type, actor, event.subject(), session, event.origin(), details);
    }
}
