package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.user.UserId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class AuditStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AuditStoreContract.class;
    }

    @Breaks(
            value = {
                "recordsAreThereWhenTheirAppendingReturnsHoweverManyChainsGrowAtOnce",
                "whatManyRemoveAtOnceIsGoneWhenEachIsDoneWhileTheChainGrows",
                "whatIsAppendedWhileAPersonIsForgottenIsNeitherLostNorSpared"
            },
            nothingElse = true)
    static final class LosesWhatComesAtOnce extends OverRecords {
        LosesWhatComesAtOnce() {
            super(new NaiveAuditStore());
        }
    }

    @Breaks(value = "recordsThatManyAppendAtOnceAreThereOnce", nothingElse = true)
    static final class LooksBeforeItAppends extends OverRecords {
        LooksBeforeItAppends() {
            super(new OneAtATime() {
                @Override
                public void append(List<AuditRecord> more) {
                    List<AuditRecord> missing =
                            more.stream().filter(record -> !isThere(record)).toList();
                    Gap.open();
                    change(present -> Stream.concat(present.stream(), missing.stream()));
                }
            });
        }
    }

    @Breaks(value = "whatManyForgetAtOnceIsForgottenWhenEachIsDone", nothingElse = true)
    static final class CountsWhatItErasedItself extends OverRecords {
        CountsWhatItErasedItself() {
            super(new OneAtATime() {
                @Override
                public int erase(UserId person, int max) {
                    List<AuditRecord> tell = records.stream()
                            .filter(record -> tells(record.event(), person) && !isErased(record))
                            .limit(max)
                            .toList();
                    Gap.open();
                    return change(present -> present.stream()
                            .map(record -> tell.contains(record) ? AuditRecords.erased(record) : record));
                }
            });
        }
    }

    /** Does what the naive one does, but nobody comes in between, except where it is gone about wrongly. */
    static class OneAtATime extends NaiveAuditStore {

        private final Object lock = new Object();

        @Override
        public void append(List<AuditRecord> more) {
            synchronized (lock) {
                super.append(more);
            }
        }

        @Override
        public int removeUpTo(ChainId chain, long sequence, int max) {
            synchronized (lock) {
                return super.removeUpTo(chain, sequence, max);
            }
        }

        @Override
        public int erase(UserId person, int max) {
            synchronized (lock) {
                return super.erase(person, max);
            }
        }

        /** How many records are others than before. */
        int change(Function<List<AuditRecord>, Stream<AuditRecord>> change) {
            synchronized (lock) {
                List<AuditRecord> before = records;
                records = change.apply(before).toList();
                return (int) records.stream()
                        .filter(record -> !before.contains(record))
                        .count();
            }
        }
    }

    @Breaks("whatSomeRemoveAtOnceIsTheBeginning")
    static final class RemovesWhatNobodyElseIsAbout extends OverRecords {
        RemovesWhatNobodyElseIsAbout() {
            super(new OneAtATime() {

                private final AtomicInteger others = new AtomicInteger();

                @Override
                public int removeUpTo(ChainId chain, long sequence, int max) {
                    List<AuditRecord> old = chain(chain, -1, Integer.MAX_VALUE).stream()
                            .filter(record -> record.link().sequence() <= sequence)
                            .skip(10L * others.getAndIncrement())
                            .limit(max)
                            .toList();
                    Gap.open();
                    change(present -> present.stream().filter(record -> !old.contains(record)));
                    others.decrementAndGet();
                    return old.size();
                }
            });
        }
    }

    @Breaks("ofRecordsThatAreBeingAppendedTheFirstAreThereFirst")
    static final class AppendsTheLastOneFirst extends OverRecords {
        AppendsTheLastOneFirst() {
            super(new OneAtATime() {
                @Override
                public void append(List<AuditRecord> more) {
                    more.reversed().forEach(record -> super.append(List.of(record)));
                }
            });
        }
    }

    @Breaks("aRecordIsNotLostToAnotherThatTakesItsPlace")
    static final class KeepsTheLastRecordOfAPlace extends OverRecords {
        KeepsTheLastRecordOfAPlace() {
            super(new NaiveAuditStore() {
                @Override
                public void append(List<AuditRecord> more) {
                    records = records.stream()
                            .filter(record -> more.stream().noneMatch(other -> isInItsPlace(other, record)))
                            .toList();
                    super.append(more);
                }

                private boolean isInItsPlace(AuditRecord other, AuditRecord record) {
                    return isOf(record, other.link().chain())
                            && record.link().sequence() == other.link().sequence();
                }
            });
        }
    }

    @Breaks("whatIsMissingAroundRecordsThatAreThereIsAppended")
    static final class StopsAtARecordThatIsThere extends OverRecords {
        StopsAtARecordThatIsThere() {
            super(new NaiveAuditStore() {
                @Override
                public void append(List<AuditRecord> more) {
                    super.append(
                            more.stream().takeWhile(record -> !isThere(record)).toList());
                }
            });
        }
    }

    @Breaks("noMoreRecordsAreRemovedAtATimeThanAskedForUntilItIsDone")
    static final class RemovesTheLastOnesFirst extends OverRecords {
        RemovesTheLastOnesFirst() {
            super(new NaiveAuditStore() {
                @Override
                public int removeUpTo(ChainId chain, long sequence, int max) {
                    long left = chain(chain, -1, Integer.MAX_VALUE).stream()
                            .filter(record -> record.link().sequence() <= sequence)
                            .count();
                    List<AuditRecord> last = chain(chain, -1, (int) left).reversed().stream()
                            .limit(max)
                            .toList();
                    records = records.stream()
                            .filter(record -> !last.contains(record))
                            .toList();
                    return last.size();
                }
            });
        }
    }

    @Breaks("aRecordComesBackAsItWasWrittenAndItsSealHolds")
    static final class ForgetsTheSession extends OverRecords {
        ForgetsTheSession() {
            super(new NaiveAuditStore() {
                @Override
                AuditRecord stored(AuditRecord record) {
                    AuditEvent event = record.event();
                    AuditEvent changed = new AuditEvent(
                            event.id(),
                            event.at(),
                            event.type(),
                            event.actor(),
                            event.subject(),
                            null,
                            event.origin(),
                            event.details());
                    return new AuditRecord(changed, record.link());
                }
            });
        }
    }

    @Breaks("whatARecordLeavesOutIsLeftOut")
    static final class FillsInASalt extends OverRecords {
        FillsInASalt() {
            super(new NaiveAuditStore() {
                @Override
                AuditRecord stored(AuditRecord record) {
                    AuditLink link = record.link();
                    Salt salt = link.salt() == null ? new Salt("A".repeat(22)) : link.salt();
                    return new AuditRecord(
                            record.event(),
                            new AuditLink(
                                    link.chain(),
                                    link.sequence(),
                                    link.previous(),
                                    link.hash(),
                                    link.personal(),
                                    salt));
                }
            });
        }
    }

    @Breaks("recordsOfEveryTypeComeBack")
    static final class KnowsOneTypeOnly extends OverRecords {
        KnowsOneTypeOnly() {
            super(new NaiveAuditStore() {
                @Override
                AuditRecord stored(AuditRecord record) {
                    AuditEvent event = record.event();
                    AuditEvent changed = new AuditEvent(
                            event.id(),
                            event.at(),
                            AuditType.SESSION_OPENED,
                            event.actor(),
                            event.subject(),
                            event.session(),
                            event.origin(),
                            event.details());
                    return new AuditRecord(changed, record.link());
                }
            });
        }
    }

    @Breaks("aRecordsDetailsComeBackCodePointByCodePoint")
    static final class KnowsAsciiOnly extends OverRecords {
        KnowsAsciiOnly() {
            super(new NaiveAuditStore() {
                @Override
                AuditRecord stored(AuditRecord record) {
                    SortedMap<String, String> ascii =
                            new TreeMap<>(record.event().details());
                    ascii.replaceAll((name, value) -> value.replaceAll("\\P{ASCII}", "?"));
                    AuditEvent event = record.event();
                    AuditEvent changed = new AuditEvent(
                            event.id(),
                            event.at(),
                            event.type(),
                            event.actor(),
                            event.subject(),
                            event.session(),
                            event.origin(),
                            ascii);
                    return new AuditRecord(changed, record.link());
                }
            });
        }
    }

    @Breaks("aRecordsInstantComesBackToTheMillisecond")
    static final class KeepsWholeSeconds extends OverRecords {
        KeepsWholeSeconds() {
            super(new NaiveAuditStore() {
                @Override
                AuditRecord stored(AuditRecord record) {
                    AuditEvent event = record.event();
                    AuditEvent changed = new AuditEvent(
                            event.id(),
                            event.at().truncatedTo(ChronoUnit.SECONDS),
                            event.type(),
                            event.actor(),
                            event.subject(),
                            event.session(),
                            event.origin(),
                            event.details());
                    return new AuditRecord(changed, record.link());
                }
            });
        }
    }

    @Breaks("asManyRecordsAsMayComeAtOnceAreWritten")
    static final class WritesTenAtOnce extends OverRecords {
        WritesTenAtOnce() {
            super(new NaiveAuditStore() {
                @Override
                public void append(List<AuditRecord> more) {
                    super.append(more.stream().limit(10).toList());
                }
            });
        }
    }

    @Breaks("recordsAreListedNewestFirstByTheIdsOfTheirEvents")
    static final class ListsByTheTimeOfTheEvent extends OverRecords {
        ListsByTheTimeOfTheEvent() {
            super(new NaiveAuditStore() {
                @Override
                Comparator<AuditRecord> newestFirst() {
                    return Comparator.comparing(
                                    (AuditRecord record) -> record.event().at())
                            .reversed();
                }
            });
        }
    }

    @Breaks("recordsAreListedByTypeActorAndSubject")
    static final class IgnoresTheActor extends OverRecords {
        IgnoresTheActor() {
            super(new NaiveAuditStore() {
                @Override
                boolean isBy(AuditEvent event, @Nullable UserId actor) {
                    return true;
                }
            });
        }
    }

    @Breaks({"recordsAreListedFromAnIdUpToBelowAnother", "aWalkThroughTheRecordsSeesEachOnceWhateverComesMeanwhile"})
    static final class IgnoresTheBounds extends OverRecords {
        IgnoresTheBounds() {
            super(new NaiveAuditStore() {
                @Override
                boolean isBetween(AuditEvent event, @Nullable AuditEventId from, @Nullable AuditEventId below) {
                    return true;
                }
            });
        }
    }

    @Breaks("recordsOfEverybodyAreListedTogether")
    static final class WantsAPerson extends OverRecords {
        WantsAPerson() {
            super(new NaiveAuditStore() {
                @Override
                boolean fits(AuditEvent event, AuditFilter filter) {
                    return super.fits(event, filter) && (filter.actor() != null || filter.subject() != null);
                }
            });
        }
    }

    @Breaks({"recordsThatAreAppendedAgainAreThereOnce", "appendingAgainRemindsNobody"})
    static final class WritesWhateverComes extends OverRecords {
        WritesWhateverComes() {
            super(new NaiveAuditStore() {
                @Override
                boolean isThere(AuditRecord record) {
                    return false;
                }
            });
        }
    }

    @Breaks("aChainIsReadInItsSequence")
    static final class ReadsASequenceAsText extends OverRecords {
        ReadsASequenceAsText() {
            super(new NaiveAuditStore() {
                @Override
                Comparator<AuditRecord> inSequence() {
                    return Comparator.comparing(
                            record -> Long.toString(record.link().sequence()));
                }
            });
        }
    }

    @Breaks("aChainIsReadWithoutTheRecordsOfOthers")
    static final class ReadsAllChainsAsOne extends OverRecords {
        ReadsAllChainsAsOne() {
            super(new NaiveAuditStore() {
                @Override
                boolean isOf(AuditRecord record, ChainId chain) {
                    return true;
                }
            });
        }
    }

    @Breaks("aRecordFromBeforeThereWereChainsIsAChainOfItsOwn")
    static final class KnowsSealedRecordsOnly extends OverRecords {
        KnowsSealedRecordsOnly() {
            super(new NaiveAuditStore() {
                @Override
                public List<AuditRecord> chain(ChainId chain, long after, int max) {
                    return super.chain(chain, Math.max(0, after), max);
                }
            });
        }
    }

    @Breaks("chainsAreFoundOneAfterAnotherInTheOrderOfTheirIds")
    static final class ComesBackToTheSameChain extends OverRecords {
        ComesBackToTheSameChain() {
            super(new NaiveAuditStore() {
                @Override
                public Optional<ChainId> chainAfter(@Nullable ChainId chain) {
                    return chains().filter(chain == null ? other -> true : chain::equals)
                            .findFirst()
                            .or(() -> super.chainAfter(chain));
                }
            });
        }
    }

    @Breaks("theFirstChainOfAllComesAfterNoneAndNoneAfterTheLast")
    static final class TakesChainsForSignedNumbers extends OverRecords {
        TakesChainsForSignedNumbers() {
            super(new NaiveAuditStore() {
                @Override
                Comparator<ChainId> chainOrder() {
                    return Comparator.comparing(ChainId::value);
                }
            });
        }
    }

    @Breaks("theBeginningOfAChainIsRemoved")
    static final class NeverRemovesARecord extends OverRecords {
        NeverRemovesARecord() {
            super(new NaiveAuditStore() {
                @Override
                public int removeUpTo(ChainId chain, long sequence, int max) {
                    return 0;
                }
            });
        }
    }

    @Breaks("noMoreRecordsAreRemovedAtATimeThanAskedForUntilItIsDone")
    static final class RemovesAllAtOnce extends OverRecords {
        RemovesAllAtOnce() {
            super(new NaiveAuditStore() {
                @Override
                public int removeUpTo(ChainId chain, long sequence, int max) {
                    return super.removeUpTo(chain, sequence, Integer.MAX_VALUE);
                }
            });
        }
    }

    @Breaks("aChainThatWasRemovedWholeIsFoundNoMore")
    static final class RemembersEveryChain extends OverRecords {
        RemembersEveryChain() {
            super(new NaiveAuditStore() {
                private final Set<ChainId> ever = ConcurrentHashMap.newKeySet();

                @Override
                AuditRecord stored(AuditRecord record) {
                    ever.add(record.link().chain());
                    return record;
                }

                @Override
                Stream<ChainId> chains() {
                    return ever.stream();
                }
            });
        }
    }

    @Breaks("aChainGoesOnAfterItsBeginningWasRemoved")
    static final class WantsTheBeginningOfTheChain extends OverRecords {
        WantsTheBeginningOfTheChain() {
            super(new NaiveAuditStore() {
                @Override
                public void append(List<AuditRecord> more) {
                    AuditLink first = more.getFirst().link();
                    boolean begins = first.sequence() <= 1;
                    if (begins || !chain(first.chain(), 0, 1).isEmpty()) {
                        super.append(more);
                    }
                }
            });
        }
    }

    @Breaks("whereAPersonsRequestsCameFromIsForgottenAndEverySealHolds")
    static final class ForgetsWhoeverHadToDoWithThem extends OverRecords {
        ForgetsWhoeverHadToDoWithThem() {
            super(new NaiveAuditStore() {
                @Override
                boolean tells(AuditEvent event, UserId person) {
                    return person.equals(event.actor()) || person.equals(event.subject());
                }
            });
        }
    }

    @Breaks("recordsFromBeforeThereWereChainsForgetAPersonToo")
    static final class TakesNoSaltForErased extends OverRecords {
        TakesNoSaltForErased() {
            super(new NaiveAuditStore() {
                @Override
                boolean isErased(AuditRecord record) {
                    return record.link().salt() == null;
                }
            });
        }
    }

    @Breaks("noMoreRecordsForgetAPersonAtATimeThanAskedForUntilItIsDone")
    static final class ForgetsAllAtOnce extends OverRecords {
        ForgetsAllAtOnce() {
            super(new NaiveAuditStore() {
                @Override
                public int erase(UserId person, int max) {
                    return super.erase(person, Integer.MAX_VALUE);
                }
            });
        }
    }

    @Breaks("forgettingAStrangerChangesNothing")
    static final class CountsWhatItLookedAt extends OverRecords {
        CountsWhatItLookedAt() {
            super(new NaiveAuditStore() {
                @Override
                public int erase(UserId person, int max) {
                    return super.erase(person, max) + 1;
                }
            });
        }
    }

    @Breaks("recordsFromBeforeThereWereChainsAreRemovedUpToATimeAndSomeAtATime")
    static final class RemovesWhateverIsOld extends OverRecords {
        RemovesWhateverIsOld() {
            super(new NaiveAuditStore() {
                @Override
                boolean isUnsealed(AuditRecord record) {
                    return true;
                }
            });
        }
    }

    @Breaks("everythingIsReadInTheOrderOfIdsWhateverItsChain")
    static final class ReadsTheNewestFirst extends OverRecords {
        ReadsTheNewestFirst() {
            super(new NaiveAuditStore() {
                @Override
                public List<AuditEntry> entries(String after, int max) {
                    return super.entries(after, Integer.MAX_VALUE).reversed().stream()
                            .limit(max)
                            .toList();
                }
            });
        }
    }

    abstract static class OverRecords implements AuditStoreContract {

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
