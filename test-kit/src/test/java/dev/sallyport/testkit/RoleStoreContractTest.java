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

    @Breaks(value = "ofManySimultaneousDefinitionsOneIsTheLastAndEveryReaderSeesOneWhole", nothingElse = true)
    static final class WritesADefinitionInTwoParts implements RoleStoreContract {
        @Override
        public RoleStore store() {
            return new NaiveRoleStore();
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
}
