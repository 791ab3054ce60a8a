package dev.sallyport.domain.user;

import dev.sallyport.domain.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps accounts.
 *
 * <p>Holds under concurrent calls, on any number of nodes: an e-mail address and a {@linkplain Username#key() username key}
 * belong to at most one account; of many simultaneous replacements of one version exactly one is written; a call that returned
 * is seen by every later call. Instants come back as written, to the millisecond; text comes back code point by code point.
 *
 * <p>Each call is one round trip (a second one to say whose name is taken, where a database does not tell; some more for a list by a
 * prefix that many accounts begin with), and throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface UserStore {

    /** Adds an account whose id is new. Of many simultaneous calls with one address or one username, one is told {@code ADDED}. */
    AddResult add(User user);

    Optional<User> find(UserId id);

    Optional<User> findByEmail(Email email);

    /** By the name's {@linkplain Username#key() key}, so in any case. */
    Optional<User> findByUsername(Username username);

    /**
     * Writes {@code next} if the account still has {@code expected}'s version. {@code next} has the same id and another version.
     * {@code lastSignInAt} is left as it is in the store.
     */
    ReplaceResult replace(User expected, User next);

    /** Notes a sign-in; the latest instant stays, in whatever order calls arrive. Does nothing for an unknown id. */
    void recordSignIn(UserId id, Instant at);

    /**
     * Accounts that a filter fits, newest first by id, at most {@code max}. A page deep down costs what the first one does. Without a
     * prefix so does every page, however many accounts there are. With one the cost grows with the lesser of two numbers: how many
     * accounts begin with it, and how many the page has to pass in the list; what everybody is called costs what few are called does. An account
     * that was there all the time, and fitted, is missed by no walk from page to page and seen once, whatever comes and goes meanwhile.
     */
    List<User> list(UserFilter filter, int max);

    /** How many accounts a filter fits. Counts them: the cost grows with their number. */
    long count(UserFilter filter);

    /** Deleted accounts whose deletion is older than that, those first that were deleted first, at most {@code max}. */
    List<User> deletedBefore(Instant instant, int max);

    /**
     * Removes an account for good if it still has {@code expected}'s version; its names are free from then on.
     *
     * @return whether this call removed it
     */
    boolean remove(User expected);

    /** What came of {@link #add}. */
    enum AddResult {
        ADDED,
        EMAIL_TAKEN,
        USERNAME_TAKEN
    }

    /** What came of {@link #replace}. */
    enum ReplaceResult {
        REPLACED,
        /** Another version is there, or no such account: read again and decide again. */
        MOVED,
        EMAIL_TAKEN,
        USERNAME_TAKEN
    }
}
