package dev.sallyport.testkit;

import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class UserHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return UserHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks({
        "aRestoredAccountIsFoundByIdByAddressAndByUsernameInAnyCase",
        "whatARestoredAccountHasIsTaken",
        "aDeletedAccountThatIsRestoredKeepsWhatIsItsOwn",
        "aRestoredAccountIsReplacedUnderItsVersion",
        "aRestoredAccountSignsIn"
    })
    static final class KeepsWhatIsRestoredApart extends OverUsers {
        KeepsWhatIsRestoredApart() {
            super(new NaiveUserStore() {
                private final NaiveUserStore apart = new NaiveUserStore();

                @Override
                public void put(User user) {
                    apart.put(user);
                }

                @Override
                public boolean isHeld(User user) {
                    return super.isHeld(user) || apart.isHeld(user);
                }

                @Override
                public Collection<User> records() {
                    return Stream.concat(users.values().stream(), apart.users.values().stream())
                            .toList();
                }
            });
        }
    }

    @Breaks("whatARestoredAccountGivesUpIsFree")
    static final class NeverLetsARestoredAddressGo extends OverUsers {
        NeverLetsARestoredAddressGo() {
            super(new NaiveUserStore() {
                private final Set<Email> restored = ConcurrentHashMap.newKeySet();

                @Override
                public void put(User user) {
                    super.put(user);
                    restored.add(user.email());
                }

                @Override
                boolean isTaken(Email email, UserId by) {
                    return super.isTaken(email, by) || restored.contains(email);
                }
            });
        }
    }

    @Breaks(
            value = {
                "aSecondAccountWithOneAddressCannotBeRestored",
                "aSecondAccountWithOneUsernameInAnyCaseCannotBeRestored"
            },
            nothingElse = true)
    static final class RestoresWhateverItIsGiven extends OverUsers {
        RestoresWhateverItIsGiven() {
            super(new NaiveUserStore() {
                @Override
                public void put(User user) {
                    users.put(user.id(), user);
                }
            });
        }
    }

    @Breaks("whatIsRestoredIsReadAsItIs")
    static final class ForgetsTheLastSignIn extends OverUsers {
        ForgetsTheLastSignIn() {
            super(new NaiveUserStore() {
                @Override
                User stored(User user) {
                    return Accounts.signedIn(user, null);
                }
            });
        }
    }

    @Breaks({"whatIsRestoredIsReadAsItIs", "aRestoredAccountIsReplacedUnderItsVersion"})
    static final class BeginsWithTheFirstVersion extends OverUsers {
        BeginsWithTheFirstVersion() {
            super(new NaiveUserStore() {
                @Override
                public void put(User user) {
                    super.put(User.register(
                            user.id(),
                            user.email(),
                            user.profile(),
                            user.credentials().passwordHash(),
                            user.role(),
                            user.createdAt()));
                }
            });
        }
    }

    @Breaks("recordsAreReadInTheOrderOfTheirIdsAsText")
    static final class TakesIdsForSignedNumbers extends OverUsers {
        TakesIdsForSignedNumbers() {
            super(new NaiveUserStore() {
                @Override
                public Comparator<User> byId() {
                    return Comparator.comparing(user -> user.id().value());
                }
            });
        }
    }

    abstract static class OverUsers implements UserHoldingsContract<NaiveUserStore> {

        private final NaiveUserStore store;

        OverUsers(NaiveUserStore store) {
            this.store = store;
        }

        @Override
        public NaiveUserStore store() {
            return store;
        }
    }
}
