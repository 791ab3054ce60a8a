package dev.sallyport.testkit;

import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

final class RoleStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return RoleStoreContract.class;
    }

    @Breaks({
        "ofManySimultaneousDefinitionsOneIsTheLastAndEveryReaderSeesOneWhole",
        "ofManyWhoAddOneNameExactlyOneDoes",
        "ofManyReplacementsOfOneDefinitionExactlyOneIsWritten",
        "ofManySimultaneousRemovalsOfARoleExactlyOneIsToldSo",
        "ofSimultaneousRemovalsAndReplacementsOfARoleExactlyOneWins"
    })
    static final class WritesADefinitionInTwoParts implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore();
        }
    }

    @Breaks("whoeverReadsWhileARoleIsReplacedSeesItWhole")
    static final class ReplacesOneAfterAnotherInTwoParts implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                private final Object lock = new Object();

                @Override
                public boolean replace(Role expected, Role next) {
                    synchronized (lock) {
                        return super.replace(expected, next);
                    }
                }

                @Override
                public Optional<Role> find(RoleName name) {
                    Gap.open();
                    return super.find(name);
                }
            };
        }
    }

    @Breaks("aDefinitionComesBack")
    static final class KnowsOneTierOnly implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public void define(Role role) {
                    super.define(new Role(role.name(), Tier.USER, role.permissions()));
                }
            };
        }
    }

    @Breaks("whatWasNeverDefinedIsNotFound")
    static final class TakesTheUnknownForPowerless implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public Optional<Role> find(RoleName name) {
                    return super.find(name)
                            .or(() -> Optional.of(new Role(name, Tier.GUEST, Collections.emptySortedSet())));
                }
            };
        }
    }

    @Breaks("aRoleMayGrantNothing")
    static final class JoinsInnerly implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public Optional<Role> find(RoleName name) {
                    return super.find(name).filter(role -> !role.permissions().isEmpty());
                }
            };
        }
    }

    @Breaks("aRoleMayGrantALot")
    static final class CutsLongDefinitions implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public void define(Role role) {
                    TreeSet<Permission> cut =
                            role.permissions().stream().limit(100).collect(Collectors.toCollection(TreeSet::new));
                    super.define(new Role(role.name(), role.tier(), cut));
                }
            };
        }
    }

    @Breaks("aNewDefinitionTakesThePlaceOfTheOld")
    static final class NeverTakesAPermissionAway implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public void define(Role role) {
                    TreeSet<Permission> all = new TreeSet<>(role.permissions());
                    find(role.name()).ifPresent(present -> all.addAll(present.permissions()));
                    super.define(new Role(role.name(), role.tier(), all));
                }
            };
        }
    }

    @Breaks("definingTheSameAgainChangesNothing")
    static final class ListsEveryDefinitionEver implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                private final List<Role> ever = new CopyOnWriteArrayList<>();

                @Override
                public void define(Role role) {
                    ever.add(role);
                    super.define(role);
                }

                @Override
                public List<Role> list() {
                    return List.copyOf(ever);
                }
            };
        }
    }

    @Breaks("rolesAreListedHighestTierFirstThenByName")
    static final class ListsByTheNameOfTheTier implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                Comparator<Role> order() {
                    return Comparator.comparing((Role role) -> role.tier().name())
                            .reversed()
                            .thenComparing(Role::name);
                }
            };
        }
    }

    @Breaks("rolesAreListedHighestTierFirstThenByName")
    static final class SortsTheUnderscoreFirst implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                Comparator<Role> order() {
                    return Comparator.comparing(Role::tier)
                            .reversed()
                            .thenComparing(role -> role.name().value().replace('_', ' '));
                }
            };
        }
    }

    @Breaks("aRoleThatWasAddedIsFoundAndListed")
    static final class AddsNothing implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public boolean add(Role role) {
                    return true;
                }
            };
        }
    }

    @Breaks("aRoleIsNotAddedOverAnother")
    static final class AddsOverWhatIsThere implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public boolean add(Role role) {
                    boolean isNew = !isHeld(role);
                    define(role);
                    return isNew;
                }
            };
        }
    }

    @Breaks("aReplacementChangesTierAndPermissions")
    static final class ReplacesTheTierOnly implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public boolean replace(Role expected, Role next) {
                    return super.replace(expected, new Role(next.name(), next.tier(), expected.permissions()));
                }
            };
        }
    }

    @Breaks("whatIsNoLongerWhatTheNameMeansIsNeitherReplacedNorRemoved")
    static final class ComparesTheTierOnly implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                boolean isStill(Role expected) {
                    return find(expected.name())
                            .filter(role -> role.tier() == expected.tier())
                            .isPresent();
                }
            };
        }
    }

    @Breaks("replacingAndRemovingTouchNoOtherRole")
    static final class RemovesEveryRoleThatMeansTheSame implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public boolean remove(Role expected) {
                    boolean removed = super.remove(expected);
                    list().stream()
                            .filter(role -> role.tier() == expected.tier()
                                    || role.permissions().equals(expected.permissions()))
                            .forEach(super::remove);
                    return removed;
                }
            };
        }
    }

    @Breaks("whatIsNotThereIsNotReplaced")
    static final class ReplacesWhatIsNotThere implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                boolean isStill(Role expected) {
                    return !isHeld(expected) || super.isStill(expected);
                }
            };
        }
    }

    @Breaks("aRoleThatWasRemovedIsGoneAndItsNameIsFree")
    static final class NeverRemovesARole implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore() {
                @Override
                public boolean remove(Role expected) {
                    return isStill(expected);
                }
            };
        }
    }
}
