package dev.sallyport.testkit;

import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Shows, on roles, that {@link HoldingsContract} bites for all kinds of records. */
final class RoleHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return RoleHoldingsContract.class;
    }

    @Breaks("aRecordIsKnownByItsId")
    static final class KnowsRecordsByAnotherName extends OverRoles {
        KnowsRecordsByAnotherName() {
            super(new NaiveRoleStore() {
                @Override
                public String idOf(Role role) {
                    return role.name().value().toLowerCase(Locale.ROOT);
                }
            });
        }
    }

    @Breaks({"whatIsKeptThroughThePortIsReadAsItIs", "whatIsThereIsCountedHoweverItCame"})
    static final class HoldsWhatWasRestoredOnly extends OverRoles {
        HoldsWhatWasRestoredOnly() {
            super(new NaiveRoleStore() {
                private final Map<RoleName, Role> restored = new ConcurrentHashMap<>();

                @Override
                public void put(Role role) {
                    super.put(role);
                    restored.put(role.name(), role);
                }

                @Override
                public Collection<Role> records() {
                    return restored.values();
                }
            });
        }
    }

    @Breaks("whatIsRestoredIsReadAsItIs")
    static final class RestoresNamesOnly extends OverRoles {
        RestoresNamesOnly() {
            super(new NaiveRoleStore() {
                @Override
                public void put(Role role) {
                    super.put(new Role(role.name(), Tier.MODERATOR, Collections.emptySortedSet()));
                }
            });
        }
    }

    @Breaks("recordsAreReadInTheOrderOfTheirIdsAsText")
    static final class SortsTheUnderscoreFirst extends OverRoles {
        SortsTheUnderscoreFirst() {
            super(new NaiveRoleStore() {
                @Override
                public Comparator<Role> byId() {
                    return Comparator.comparing(role -> role.name().value().replace('_', ' '));
                }
            });
        }
    }

    @Breaks("moreThanAPageIsReadWholeAndInOrder")
    static final class ReadsOnePage extends OverRoles {
        ReadsOnePage() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    return page(after).stream();
                }
            });
        }
    }

    @Breaks("moreThanAPageIsReadWholeAndInOrder")
    static final class LosesOneBetweenPages extends OverRoles {
        LosesOneBetweenPages() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    return Stream.iterate(page(after), page -> !page.isEmpty(), page -> page(idOf(page.getLast())))
                            .flatMap(page -> page.stream().limit(PAGE - 1));
                }
            });
        }
    }

    @Breaks("moreThanAPageIsReadWholeAndInOrder")
    static final class PutsOnlyEachPageInOrder extends OverRoles {
        PutsOnlyEachPageInOrder() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    List<Role> pages = new ArrayList<>(super.after(after).toList());
                    Collections.rotate(pages, PAGE);
                    return pages.stream();
                }
            });
        }
    }

    @Breaks("readingBeginsRightAfterAnyId")
    static final class BeginsAtTheId extends OverRoles {
        BeginsAtTheId() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    return Stream.concat(
                            records().stream().filter(role -> idOf(role).equals(after)), super.after(after));
                }
            });
        }
    }

    @Breaks("readingBeginsAfterAnIdThatNobodyHas")
    static final class LooksForTheId extends OverRoles {
        LooksForTheId() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    boolean isThere =
                            records().stream().anyMatch(role -> idOf(role).equals(after));
                    return isThere || after.isEmpty() ? super.after(after) : Stream.empty();
                }
            });
        }
    }

    @Breaks("nothingIsReadAfterTheLastId")
    static final class BeginsAnewAtTheEnd extends OverRoles {
        BeginsAnewAtTheEnd() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    return super.after(page(after).isEmpty() ? "" : after);
                }
            });
        }
    }

    @Breaks("recordsThatComeWhileReadingHarmNothing")
    static final class CountsRecordsInsteadOfComparingIds extends OverRoles {
        CountsRecordsInsteadOfComparingIds() {
            super(new NaiveRoleStore() {
                @Override
                public Stream<Role> after(String after) {
                    return Stream.iterate(0, number -> number + PAGE)
                            .map(number ->
                                    super.after(after).skip(number).limit(PAGE).toList())
                            .takeWhile(page -> !page.isEmpty())
                            .flatMap(List::stream);
                }
            });
        }
    }

    @Breaks(value = "aStreamThatIsLeftInTheMiddleHoldsNothing", nothingElse = true)
    static final class GivesAConnectionBackAtTheEnd extends OverRoles {
        GivesAConnectionBackAtTheEnd() {
            super(new NaiveRoleStore() {
                private final Semaphore pool = new Semaphore(20);

                @Override
                public Stream<Role> after(String after) {
                    if (!pool.tryAcquire()) {
                        throw new IllegalStateException("Every connection is in use");
                    }
                    Stream<Role> end = Stream.of(pool).peek(Semaphore::release).flatMap(given -> Stream.empty());
                    return Stream.concat(super.after(after), end);
                }
            });
        }
    }

    @Breaks({"restoringAgainChangesNothing", "whatIsThereIsCountedHoweverItCame"})
    static final class CountsWhatItIsGiven extends OverRoles {
        CountsWhatItIsGiven() {
            super(new NaiveRoleStore() {
                private final AtomicLong given = new AtomicLong();

                @Override
                public void restore(List<Role> records) {
                    given.addAndGet(records.size());
                    super.restore(records);
                }

                @Override
                public long count() {
                    return given.get();
                }
            });
        }
    }

    @Breaks(value = "whatIsThereStaysAndWhatIsNewComesBesideIt", nothingElse = true)
    static final class WritesOverWhatIsThere extends OverRoles {
        WritesOverWhatIsThere() {
            super(new NaiveRoleStore() {
                @Override
                public boolean isHeld(Role role) {
                    return false;
                }
            });
        }
    }

    @Breaks("whatIsThereStaysAndWhatIsNewComesBesideIt")
    static final class StopsAtWhatIsThere extends OverRoles {
        StopsAtWhatIsThere() {
            super(new NaiveRoleStore() {
                @Override
                public void restore(List<Role> records) {
                    records.stream().takeWhile(role -> !isHeld(role)).forEach(this::put);
                }
            });
        }
    }

    @Breaks(value = "whatManyRestoreAtOnceIsThereOnce", nothingElse = true)
    static final class LooksBeforeItWrites extends OverRoles {
        LooksBeforeItWrites() {
            super(new NaiveRoleStore() {
                private final AtomicLong rows = new AtomicLong();

                @Override
                public void define(Role role) {
                    if (!isHeld(role)) {
                        rows.incrementAndGet();
                    }
                    super.define(role);
                }

                @Override
                public void put(Role role) {
                    Gap.open();
                    rows.incrementAndGet();
                    super.put(role);
                }

                @Override
                public long count() {
                    return rows.get();
                }
            });
        }
    }

    @Breaks(value = "anEmptyListIsRestoredToo", nothingElse = true)
    static final class WritesAStatementWithoutRows extends OverRoles {
        WritesAStatementWithoutRows() {
            super(new NaiveRoleStore() {
                @Override
                public void restore(List<Role> records) {
                    if (records.isEmpty()) {
                        throw new IllegalStateException("INSERT INTO roles VALUES ;");
                    }
                    super.restore(records);
                }
            });
        }
    }

    @Breaks("aRestoredRoleIsFoundAndListed")
    static final class KeepsWhatIsRestoredApart extends OverRoles {
        KeepsWhatIsRestoredApart() {
            super(new NaiveRoleStore() {
                private final NaiveRoleStore apart = new NaiveRoleStore();

                @Override
                public void put(Role role) {
                    apart.put(role);
                }

                @Override
                public Collection<Role> records() {
                    return Stream.concat(list().stream(), apart.list().stream()).toList();
                }
            });
        }
    }

    @Breaks("aRestoredRoleIsDefinedAnew")
    static final class ReadsWhatWasRestoredFirst extends OverRoles {
        ReadsWhatWasRestoredFirst() {
            super(new NaiveRoleStore() {
                private final Map<RoleName, Role> restored = new ConcurrentHashMap<>();

                @Override
                public void put(Role role) {
                    super.put(role);
                    restored.put(role.name(), role);
                }

                @Override
                public Collection<Role> records() {
                    return list().stream()
                            .map(role -> restored.getOrDefault(role.name(), role))
                            .toList();
                }
            });
        }
    }

    abstract static class OverRoles implements RoleHoldingsContract<NaiveRoleStore> {

        private final NaiveRoleStore store;

        OverRoles(NaiveRoleStore store) {
            this.store = store;
        }

        @Override
        public NaiveRoleStore store() {
            return store;
        }
    }
}
