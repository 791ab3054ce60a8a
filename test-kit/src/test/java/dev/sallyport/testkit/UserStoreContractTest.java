package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.with;

import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

final class UserStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return UserStoreContract.class;
    }

    @Breaks(
            value = {
                "ofManySimultaneousAccountsWithOneAddressExactlyOneIsAdded",
                "ofManySimultaneousAccountsWithOneUsernameInDifferentCaseExactlyOneIsAdded",
                "ofManySimultaneousAccountsWithOneAddressAndOneUsernameExactlyOneIsAdded",
                "ofManyAccountsThatWishForOneAddressExactlyOneGetsIt",
                "ofManyAccountsThatWishForOneUsernameExactlyOneGetsIt",
                "ofManySimultaneousReplacementsExactlyOneWins",
                "noReplacementIsLostWhenTheLosersDecideAgain",
                "ofManySimultaneousSignInsTheLatestStays",
                "signInsAndReplacementsAtOnceLoseNeither"
            },
            nothingElse = true)
    static final class ChecksThenActs implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore();
        }
    }

    @Breaks({
        "anAccountIsFoundByIdByAddressAndByUsername",
        "everyFieldComesBack",
        "textOfTheGreatestLengthComesBack",
        "whatACallWroteIsSeenByEveryLaterCall",
        "anAccountMayKeepWhatIsItsOwn",
        "aReplacementWritesEveryField"
    })
    static final class KeepsNothing implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public AddResult add(User user) {
                    return AddResult.ADDED;
                }
            };
        }
    }

    @Breaks({"whoWasNeverAddedIsNotFound", "anAccountThatWasRefusedLeavesNothingBehind"})
    static final class FindsStrangers implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public Optional<User> find(UserId id) {
                    return super.find(id).or(() -> Optional.of(People.someone()));
                }
            };
        }
    }

    @Breaks({"aTakenAddressIsRefused", "aReplacementMayNotTakeAnothersAddress"})
    static final class SharesAddresses implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                boolean isTaken(Email email, UserId by) {
                    return false;
                }
            };
        }
    }

    @Breaks({"aUsernameIsFoundInAnyCaseAndShownAsTyped", "aTakenUsernameIsRefusedInAnyCase"})
    static final class FoldsCaseAsTurkishDoes implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                String key(Username username) {
                    return username.value().toLowerCase(Locale.of("tr"));
                }
            };
        }
    }

    @Breaks({"aTakenUsernameIsRefusedInAnyCase", "aReplacementMayNotTakeAnothersUsernameInAnyCase"})
    static final class MindsCase implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                String key(Username username) {
                    return username.value();
                }
            };
        }
    }

    @Breaks("aUsernameIsFoundInAnyCaseAndShownAsTyped")
    static final class ShowsUsernamesInLowerCase implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    Username username = user.profile().username();
                    return username == null ? user : with(user, new Username(username.key()));
                }
            };
        }
    }

    @Breaks({"anyNumberOfAccountsHaveNoUsername", "whatWasLeftOutIsLeftOut"})
    static final class TakesNoNameForAName implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    return user.profile().username() == null ? with(user, new Username("null")) : user;
                }

                @Override
                boolean isTaken(@Nullable Username username, UserId by) {
                    return super.isTaken(username == null ? new Username("null") : username, by);
                }
            };
        }
    }

    @Breaks("charactersThatMeanSomethingElsewhereMeanThemselves")
    static final class ComparesByPattern implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                String key(Username username) {
                    return username.key().replaceFirst("^a.b", "a_b");
                }
            };
        }
    }

    @Breaks("anAccountThatWasRefusedLeavesNothingBehind")
    static final class ReservesWhatItRefused implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                private final Set<Email> reserved = ConcurrentHashMap.newKeySet();

                @Override
                public AddResult add(User user) {
                    return reserved.add(user.email()) ? super.add(user) : AddResult.EMAIL_TAKEN;
                }
            };
        }
    }

    @Breaks("whatAnAccountGaveUpIsFree")
    static final class NeverFreesAnAddress implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                private final Set<Email> used = ConcurrentHashMap.newKeySet();

                @Override
                User stored(User user) {
                    used.add(user.email());
                    return user;
                }

                @Override
                public AddResult add(User user) {
                    return used.contains(user.email()) ? AddResult.EMAIL_TAKEN : super.add(user);
                }
            };
        }
    }

    @Breaks({"anAccountMayKeepWhatIsItsOwn", "anAccountMayWriteItsUsernameInAnotherCase"})
    static final class RefusesAnAccountItsOwnName implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                boolean isTaken(@Nullable Username username, UserId by) {
                    return username != null && findByUsername(username).isPresent();
                }
            };
        }
    }

    @Breaks("anAccountThatIsDeletedKeepsWhatIsItsOwn")
    static final class FreesWhatIsDeleted implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                boolean isTaken(Email email, UserId by) {
                    return any(user -> user.email().equals(email)
                                    && !user.id().equals(by)
                                    && user.status() != UserStatus.DELETED)
                            .isPresent();
                }
            };
        }
    }

    @Breaks({
        "aReplacementOfAnOlderVersionIsToldThatTheWorldMoved",
        "aReplacementOfNobodyIsToldThatTheWorldMovedAndAddsNobody",
        "ofManySimultaneousReplacementsExactlyOneWins"
    })
    static final class ReplacesWithoutComparing implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public ReplaceResult replace(User expected, User next) {
                    users.put(next.id(), next);
                    return ReplaceResult.REPLACED;
                }
            };
        }
    }

    @Breaks({"aReplacementWritesEveryField", "aReplacementMayLeaveOutWhatWasThere"})
    static final class NeverEmptiesAField implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    User present = users.get(user.id());
                    return present == null ? user : with(user, present.profile());
                }
            };
        }
    }

    @Breaks("aReplacementKeepsTheSignInThatTheStoreKnows")
    static final class ReplacesTheSignInToo implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public ReplaceResult replace(User expected, User next) {
                    ReplaceResult result = super.replace(expected, next);
                    if (result == ReplaceResult.REPLACED) {
                        users.put(next.id(), next);
                    }
                    return result;
                }
            };
        }
    }

    @Breaks("theLatestSignInStaysInWhateverOrderTheyArrive")
    static final class NotesTheSignInThatCameLast implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public void recordSignIn(UserId id, Instant at) {
                    users.computeIfPresent(id, (same, user) -> user.signedInAt(at));
                }
            };
        }
    }

    @Breaks("aSignInIsNotedAndTouchesNothingElse")
    static final class CountsASignInAsAChange implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public void recordSignIn(UserId id, Instant at) {
                    users.computeIfPresent(id, (same, user) -> Accounts.next(user.signedInAt(at)));
                }
            };
        }
    }

    @Breaks("aSignInOfNobodyDoesNothing")
    static final class SignsNobodyIn implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                public void recordSignIn(UserId id, Instant at) {
                    users.put(id, users.getOrDefault(id, People.someone()).signedInAt(at));
                }
            };
        }
    }

    @Breaks("everyStatusComesBack")
    static final class TakesEverybodyForActive implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    return with(user, UserStatus.ACTIVE);
                }
            };
        }
    }

    @Breaks({"instantsComeBackToTheMillisecond", "everyFieldComesBack"})
    static final class KeepsWholeSeconds implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    return Accounts.at(user, user.createdAt().truncatedTo(ChronoUnit.SECONDS));
                }
            };
        }
    }

    @Breaks({"displayNamesComeBackCodePointByCodePoint", "textOfTheGreatestLengthComesBack"})
    static final class KnowsTheBasicPlaneOnly implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    DisplayName name = user.profile().displayName();
                    return name == null
                            ? user
                            : with(user, new DisplayName(name.value().replaceAll("[^\\x{0}-\\x{FFFF}]", "?")));
                }
            };
        }
    }

    @Breaks({"suspensionsComeBackAsTheyWereWritten", "everyFieldComesBack", "aReplacementWritesEveryField"})
    static final class SuspendsForGood implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    Suspension suspension = user.suspension();
                    return suspension == null ? user : with(user, new Suspension(suspension.reason(), null));
                }
            };
        }
    }

    @Breaks("metadataComesBackAsItWasWritten")
    static final class TidiesJson implements UserStoreContract {
        @Override
        public UserStore store() {
            return new NaiveUserStore() {
                @Override
                User stored(User user) {
                    return with(
                            user, new Metadata(user.profile().metadata().json().replaceAll("\\s", "")));
                }
            };
        }
    }
}
