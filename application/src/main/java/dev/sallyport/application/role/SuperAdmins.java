package dev.sallyport.application.role;

import dev.sallyport.application.Decide;
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that there is always a Super Admin who may act, though each stands in a record of their own and no store decides about two at
 * once: who is to go is announced first, in one record for all, and whoever is announced does not count any more. docs/adr/0017.
 */
public final class SuperAdmins {

    /** What came of an announcement. */
    public sealed interface Departure {
        record Announced(Intention mine) implements Departure {}

        /** Nobody would be left. */
        record LastOne() implements Departure {}
    }

    /** More of them are not looked at: one who stays is enough. */
    private static final int MOST = 100;

    private final UserStore users;
    private final Announcements announcements;

    public SuperAdmins(UserStore users, Announcements announcements) {
        this.users = users;
        this.announcements = announcements;
    }

    /** Whether an account is one and may act. */
    public static boolean isOne(User user) {
        return user.role().role().equals(RoleName.SUPER_ADMIN) && user.status() == UserStatus.ACTIVE;
    }

    /** Whether there is one who may act. One round trip. */
    public boolean exist() {
        return !list(1).isEmpty();
    }

    /**
     * Announces that one is about to be none any more; three round trips. Of simultaneous announcements as many succeed as leave one
     * behind. Whoever announced it writes the account next, and then calls {@link #departed}.
     */
    public Departure announceDeparture(UserId leaving) {
        return Decide.untilDecided(() -> tryToAnnounce(leaving));
    }

    /** The account was written, or is not going to be. Not for who cannot tell: then the announcement has to stand until it is stale. */
    public void departed(Departure.Announced departure) {
        announcements.clear(departure.mine());
    }

    private Optional<Departure> tryToAnnounce(UserId leaving) {
        Intentions known = announcements.read();
        List<UserId> others = othersThan(leaving);
        if (others.stream().anyMatch(other -> !known.contain(Aim.departure(other)))) {
            return announcements.announce(Aim.departure(leaving), known).map(Departure.Announced::new);
        }
        Optional<UserId> stranded = stranded(others, known);
        stranded.ifPresent(other -> bringBack(other, known));
        return stranded.isPresent() ? Optional.empty() : Optional.of(new Departure.LastOne());
    }

    private List<UserId> othersThan(UserId leaving) {
        return list(MOST).stream()
                .map(User::id)
                .filter(id -> !id.equals(leaving))
                .toList();
    }

    private List<User> list(int most) {
        return users.list(UserFilter.having(RoleName.SUPER_ADMIN).with(UserStatus.ACTIVE), most);
    }

    /** One of them whose departure was announced only by those who died before it was carried out. */
    private Optional<UserId> stranded(List<UserId> others, Intentions known) {
        return others.stream()
                .filter(other -> !announcements.isFresh(Aim.departure(other), known))
                .findFirst();
    }

    /** The account first: if somebody is about to write it after all, that one has to look again, and finds this done. */
    private void bringBack(UserId stranded, Intentions known) {
        boolean isStillOne = users.find(stranded)
                .filter(SuperAdmins::isOne)
                .map(user -> users.replace(user, user.touched()) == ReplaceResult.REPLACED)
                .orElse(false);
        if (isStillOne) {
            announcements.withdraw(Aim.departure(stranded), known);
        }
    }
}
