package dev.sallyport.testkit;

import static dev.sallyport.testkit.Accounts.with;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class UserListContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return UserListContract.class;
    }

    @Breaks(
            value = {
                "ofManySimultaneousRemovalsExactlyOneIsToldSo",
                "ofSimultaneousRemovalsAndReplacementsExactlyOneWins",
                "signInsWhileAnAccountIsRemovedDoNotBringItBack",
                "ofManyWhoTakeTheNamesThatBecameFreeExactlyOneGetsThem"
            },
            nothingElse = true)
    static final class ChecksThenActs extends OverUsers {
        ChecksThenActs() {
            super(new NaiveUserStore());
        }
    }

    @Breaks(value = "idsAreInTheOrderOfTheirCharactersWhateverALanguageMakesOfThem")
    static final class SortsAsDanishDoes extends OverUsers {
        SortsAsDanishDoes() {
            super(new NaiveUserStore() {
                @Override
                Comparator<User> newestFirst() {
                    Collator danish = Collator.getInstance(Locale.of("da"));
                    return Comparator.<User, String>comparing(this::idOf, danish::compare)
                            .reversed();
                }
            });
        }
    }

    @Breaks("whoseStatusKeepsChangingIsOnceInEveryList")
    static final class ListsOneStatusAfterAnother extends OverUsers {
        ListsOneStatusAfterAnother() {
            super(new NaiveUserStore() {
                @Override
                public List<User> list(UserFilter filter, int max) {
                    return filter.status() != null ? super.list(filter, max) : listOfEach(filter, max);
                }

                private List<User> listOfEach(UserFilter filter, int max) {
                    return Arrays.stream(UserStatus.values())
                            .filter(status -> status != UserStatus.DELETED)
                            .flatMap(status -> {
                                Gap.open();
                                return super.list(filter.with(status), max).stream();
                            })
                            .sorted(newestFirst())
                            .limit(max)
                            .toList();
                }
            });
        }
    }

    @Breaks({"anAccountIsFoundByWhatEachOfItsNamesBeginsWith", "aWalkThroughWhatWasFoundSeesEveryAccountOnce"})
    static final class LooksAtAddressesOnly extends OverUsers {
        LooksAtAddressesOnly() {
            super(new NaiveUserStore() {
                @Override
                boolean isCalled(User user, String prefix) {
                    return user.email().value().startsWith(prefix);
                }
            });
        }
    }

    @Breaks("anAccountAllOfWhoseNamesBeginSoIsFoundOnce")
    static final class FindsAnAccountOncePerName extends OverUsers {
        FindsAnAccountOncePerName() {
            super(new NaiveUserStore() {
                @Override
                Stream<User> fitting(UserFilter filter) {
                    SearchPrefix prefix = filter.prefix();
                    return super.fitting(filter)
                            .flatMap(user -> keys(user)
                                    .filter(key -> prefix != null && key.startsWith(prefix.value()))
                                    .map(key -> user));
                }
            });
        }
    }

    @Breaks("anAccountWithoutOtherNamesIsFoundByItsAddress")
    static final class WritesNothingAsNull extends OverUsers {
        WritesNothingAsNull() {
            super(new NaiveUserStore() {
                @Override
                Stream<String> keys(User user) {
                    Stream<String> username =
                            Stream.of(Objects.toString(user.profile().username()));
                    return Stream.concat(super.keys(user), username);
                }
            });
        }
    }

    @Breaks("aNameIsFoundWholeButNotByMoreNorFromItsMiddle")
    static final class LooksAnywhereInAName extends OverUsers {
        LooksAnywhereInAName() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    return key.contains(prefix);
                }
            });
        }
    }

    @Breaks("aNameIsFoundInAnyCaseAndScript")
    static final class FoldsLettersOfAsciiOnly extends OverUsers {
        FoldsLettersOfAsciiOnly() {
            super(new NaiveUserStore() {
                @Override
                Stream<String> keys(User user) {
                    DisplayName name = user.profile().displayName();
                    return name == null || name.value().matches("\\p{ASCII}*")
                            ? super.keys(user)
                            : Stream.of(name.value());
                }
            });
        }
    }

    @Breaks("aNameIsNotFoundByOneThatOnlyLooksLikeIt")
    static final class TakesWhatLooksAlikeForTheSame extends OverUsers {
        TakesWhatLooksAlikeForTheSame() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    return bare(key).startsWith(bare(prefix));
                }

                private String bare(String text) {
                    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf} -]", "");
                }
            });
        }
    }

    @Breaks({"whatElsewhereIsAPatternStandsForItself", "inAddressesAndUsernamesPatternsStandForThemselvesToo"})
    static final class TakesPrefixesForPatterns extends OverUsers {
        TakesPrefixesForPatterns() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    String pattern =
                            Pattern.quote(prefix).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
                    return key.matches(pattern + ".*");
                }
            });
        }
    }

    @Breaks("whatElsewhereIsAPatternStandsForItself")
    static final class TakesPrefixesForRegularExpressions extends OverUsers {
        TakesPrefixesForRegularExpressions() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    return key.matches(prefix + ".*");
                }
            });
        }
    }

    @Breaks("aNameIsFoundHoweverHighTheCharacterThatFollows")
    static final class EndsARangeAtTheLastCharacterOfTheBasicPlane extends OverUsers {
        EndsARangeAtTheLastCharacterOfTheBasicPlane() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    return Utf8.isBetween(prefix, key, prefix + "\uFFFF");
                }
            });
        }
    }

    @Breaks("aPrefixMayEndInAnyCharacter")
    static final class EndsARangeAtTheNextUnit extends OverUsers {
        EndsARangeAtTheNextUnit() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    int last = prefix.length() - 1;
                    return Utf8.isBetween(prefix, key, prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
                }
            });
        }
    }

    @Breaks("aPrefixThatNoNameCanHaveFindsNobody")
    static final class IgnoresWhatItDoesNotKnow extends OverUsers {
        IgnoresWhatItDoesNotKnow() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    return key.startsWith(prefix.replaceAll("[\\p{Cn}\\p{Cf}]", ""));
                }
            });
        }
    }

    @Breaks("theLongestNamesAreFoundByTheLongestPrefixes")
    static final class LooksForTheBeginningOfLongNamesOnly extends OverUsers {
        LooksForTheBeginningOfLongNamesOnly() {
            super(new NaiveUserStore() {
                @Override
                boolean begins(String key, String prefix) {
                    return key.startsWith(prefix.substring(0, Math.min(prefix.length(), 190)));
                }
            });
        }
    }

    @Breaks("anAccountIsFoundByTheNamesItHasNow")
    static final class FindsAccountsByTheirFirstNames extends OverUsers {
        FindsAccountsByTheirFirstNames() {
            super(new NaiveUserStore() {
                private final Map<UserId, User> first = new ConcurrentHashMap<>();

                @Override
                User stored(User user) {
                    first.putIfAbsent(user.id(), user);
                    return user;
                }

                @Override
                boolean isCalled(User user, String prefix) {
                    return super.isCalled(first.getOrDefault(user.id(), user), prefix);
                }
            });
        }
    }

    @Breaks("aSearchShowsTheNewestHoweverTheyAreFound")
    static final class ListsOneNameAfterAnother extends OverUsers {
        ListsOneNameAfterAnother() {
            super(new NaiveUserStore() {
                @Override
                public List<User> list(UserFilter filter, int max) {
                    SearchPrefix prefix = filter.prefix();
                    Comparator<User> byName = Comparator.comparing(
                            user -> prefix != null && user.email().value().startsWith(prefix.value()));
                    return fitting(filter)
                            .sorted(byName.thenComparing(newestFirst()))
                            .limit(max)
                            .toList();
                }
            });
        }
    }

    @Breaks({"anAccountThatWasRemovedIsFoundNoMore", "whoWasDeletedAndRemovedIsListedNoMore"})
    static final class MarksWhomItRemoves extends OverUsers {
        MarksWhomItRemoves() {
            super(new NaiveUserStore() {
                @Override
                public boolean remove(User expected) {
                    users.put(expected.id(), with(expected, UserStatus.DELETED));
                    return true;
                }
            });
        }
    }

    @Breaks("aRemovalTouchesNobodyElse")
    static final class RemovesARoleAtATime extends OverUsers {
        RemovesARoleAtATime() {
            super(new NaiveUserStore() {
                @Override
                public boolean remove(User expected) {
                    return super.remove(expected)
                            && users.values().removeIf(user -> user.role().equals(expected.role()));
                }
            });
        }
    }

    @Breaks("anAccountThatHasChangedIsNotRemoved")
    static final class RemovesWhateverVersionThereIs extends OverUsers {
        RemovesWhateverVersionThereIs() {
            super(new NaiveUserStore() {
                @Override
                public boolean remove(User expected) {
                    return users.remove(expected.id()) != null;
                }
            });
        }
    }

    @Breaks("aSignInDoesNotHinderARemoval")
    static final class ComparesMoreThanTheVersion extends OverUsers {
        ComparesMoreThanTheVersion() {
            super(new NaiveUserStore() {
                @Override
                public boolean remove(User expected) {
                    return users.remove(expected.id(), expected);
                }
            });
        }
    }

    @Breaks("whoIsNotThereIsNotRemoved")
    static final class SaysThatItRemoved extends OverUsers {
        SaysThatItRemoved() {
            super(new NaiveUserStore() {
                @Override
                public boolean remove(User expected) {
                    users.remove(expected.id());
                    return true;
                }
            });
        }
    }

    @Breaks("nothingBringsBackWhoWasRemoved")
    static final class ReplacesWhoIsNotThere extends OverUsers {
        ReplacesWhoIsNotThere() {
            super(new NaiveUserStore() {
                @Override
                public ReplaceResult replace(User expected, User next) {
                    users.putIfAbsent(expected.id(), expected);
                    return super.replace(expected, next);
                }
            });
        }
    }

    @Breaks({"theNamesOfWhoWasRemovedAreFree", "ofManyWhoTakeTheNamesThatBecameFreeExactlyOneGetsThem"})
    static final class NeverFreesAName extends OverUsers {
        NeverFreesAName() {
            super(new NaiveUserStore() {
                private final Set<Email> used = ConcurrentHashMap.newKeySet();

                @Override
                public AddResult add(User user) {
                    return used.add(user.email()) ? super.add(user) : AddResult.EMAIL_TAKEN;
                }
            });
        }
    }

    @Breaks("accountsDeletedBeforeAnInstantAreListedInTheOrderOfTheirDeletion")
    static final class ListsTheDeletedByTheirIds extends OverUsers {
        ListsTheDeletedByTheirIds() {
            super(new NaiveUserStore() {
                @Override
                Comparator<User> deletedFirst() {
                    return byId();
                }
            });
        }
    }

    @Breaks("accountsDeletedBeforeAnInstantAreListedInTheOrderOfTheirDeletion")
    static final class ListsThoseDeletedAtTheInstantToo extends OverUsers {
        ListsThoseDeletedAtTheInstantToo() {
            super(new NaiveUserStore() {
                @Override
                boolean isDeletedBefore(User user, Instant instant) {
                    return super.isDeletedBefore(user, instant.plusMillis(1));
                }
            });
        }
    }

    @Breaks("ofTheDeletedNoMoreAreListedThanAskedFor")
    static final class ListsAllOfTheDeleted extends OverUsers {
        ListsAllOfTheDeleted() {
            super(new NaiveUserStore() {
                @Override
                public List<User> deletedBefore(Instant instant, int max) {
                    return super.deletedBefore(instant, Integer.MAX_VALUE);
                }
            });
        }
    }

    @Breaks("onlyTheDeletedAreListedAmongThem")
    static final class TakesTheOldForDeleted extends OverUsers {
        TakesTheOldForDeleted() {
            super(new NaiveUserStore() {
                @Override
                boolean isDeletedBefore(User user, Instant instant) {
                    return super.isDeletedBefore(user, instant)
                            || user.createdAt().isBefore(instant);
                }
            });
        }
    }

    @Breaks("accountsAreListedNewestFirstByTheirIds")
    static final class ListsByTheTimeOfRegistration extends OverUsers {
        ListsByTheTimeOfRegistration() {
            super(new NaiveUserStore() {
                @Override
                Comparator<User> newestFirst() {
                    return Comparator.comparing(User::createdAt).reversed();
                }
            });
        }
    }

    @Breaks("accountsAreListedNewestFirstByTheirIds")
    static final class TakesIdsForSignedNumbers extends OverUsers {
        TakesIdsForSignedNumbers() {
            super(new NaiveUserStore() {
                @Override
                Comparator<User> newestFirst() {
                    return Comparator.comparing((User user) -> user.id().value())
                            .reversed();
                }
            });
        }
    }

    @Breaks({"aListIsNoLongerThanAskedForAndBeginsWithTheNewest", "aSearchShowsTheNewestHoweverTheyAreFound"})
    static final class ListsThemAll extends OverUsers {
        ListsThemAll() {
            super(new NaiveUserStore() {
                @Override
                public List<User> list(UserFilter filter, int max) {
                    return super.list(filter, Integer.MAX_VALUE);
                }
            });
        }
    }

    @Breaks("aListMayBeLong")
    static final class ListsAHundredAtMost extends OverUsers {
        ListsAHundredAtMost() {
            super(new NaiveUserStore() {
                @Override
                public List<User> list(UserFilter filter, int max) {
                    return super.list(filter, Math.min(max, 100));
                }
            });
        }
    }

    @Breaks("anAccountIsListedWithAllThatItHas")
    static final class LeavesTheMetadataOutOfLists extends OverUsers {
        LeavesTheMetadataOutOfLists() {
            super(new NaiveUserStore() {
                @Override
                public List<User> list(UserFilter filter, int max) {
                    return super.list(filter, max).stream()
                            .map(user -> with(user, Metadata.EMPTY))
                            .toList();
                }
            });
        }
    }

    @Breaks({"accountsOfEachStatusAreListedApart", "allConditionsHoldTogether"})
    static final class IgnoresTheStatus extends OverUsers {
        IgnoresTheStatus() {
            super(new NaiveUserStore() {
                @Override
                boolean hasStatus(User user, @Nullable UserStatus status) {
                    return super.hasStatus(user, null);
                }
            });
        }
    }

    @Breaks({"deletedAccountsAreLeftOutUnlessAskedFor", "withoutAnyConditionEverybodyIsCountedButTheDeleted"})
    static final class ShowsTheDeleted extends OverUsers {
        ShowsTheDeleted() {
            super(new NaiveUserStore() {
                @Override
                boolean hasStatus(User user, @Nullable UserStatus status) {
                    return status == null || super.hasStatus(user, status);
                }
            });
        }
    }

    @Breaks("whoseSuspensionIsOverIsListedAmongTheSuspendedStill")
    static final class LooksAtTheClock extends OverUsers {
        LooksAtTheClock() {
            super(new NaiveUserStore() {
                @Override
                boolean hasStatus(User user, @Nullable UserStatus status) {
                    return super.hasStatus(user.asOf(People.NOON.plusMillis(1)), status);
                }
            });
        }
    }

    @Breaks({
        "aListGoesFromAnIdUpToBelowAnother",
        "aMomentMayBeABound",
        "accountsOfAllRolesAreListedTogether",
        "aWalkFromPageToPageSeesEveryAccountOnce",
        "aWalkMissesNobodyWhoStaysWhateverComesAndGoesMeanwhile"
    })
    static final class IgnoresTheBounds extends OverUsers {
        IgnoresTheBounds() {
            super(new NaiveUserStore() {
                @Override
                boolean isBetween(User user, @Nullable UserId from, @Nullable UserId below) {
                    return true;
                }
            });
        }
    }

    @Breaks({"aListGoesFromAnIdUpToBelowAnother", "manyWalksWhileOthersComeAndGoMissNobodyAndSeeNobodyTwice"})
    static final class IncludesTheUpperBound extends OverUsers {
        IncludesTheUpperBound() {
            super(new NaiveUserStore() {
                @Override
                boolean isBetween(User user, @Nullable UserId from, @Nullable UserId below) {
                    return super.isBetween(user, from, below) || user.id().equals(below);
                }
            });
        }
    }

    @Breaks({"accountsOfAllRolesAreListedTogether", "anAccountIsFoundByWhatEachOfItsNamesBeginsWith"})
    static final class WantsARole extends OverUsers {
        WantsARole() {
            super(new NaiveUserStore() {
                @Override
                boolean hasRole(User user, @Nullable RoleName role) {
                    return user.role().role().equals(role);
                }
            });
        }
    }

    @Breaks({"aListShowsWhatAnAccountHasBecome", "whatACallWroteIsListedAndCountedByEveryLaterCall"})
    static final class ListsAccountsAsTheyWereAdded extends OverUsers {
        ListsAccountsAsTheyWereAdded() {
            super(new NaiveUserStore() {
                private final List<User> ever = new CopyOnWriteArrayList<>();

                @Override
                User stored(User user) {
                    ever.add(user);
                    return user;
                }

                @Override
                Collection<User> listed() {
                    return ever;
                }
            });
        }
    }

    @Breaks({"withoutAnyConditionEverybodyIsCountedButTheDeleted", "accountsOfEachStatusAreListedApart"})
    static final class CountsNobody extends OverUsers {
        CountsNobody() {
            super(new NaiveUserStore() {
                @Override
                public long count(UserFilter filter) {
                    return 0;
                }
            });
        }
    }

    /** Texts in the order of their bytes, as databases have it. */
    private static final class Utf8 {

        static boolean isBetween(String first, String text, String end) {
            return compare(first, text) <= 0 && compare(text, end) < 0;
        }

        private static int compare(String one, String other) {
            return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }

    abstract static class OverUsers implements UserListContract {

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
