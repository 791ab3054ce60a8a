package dev.sallyport.adapters.redis.token;

import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.util.List;

/**
 * The keys. A session is under its id, and an account's sessions are listed under the account's; both names hold the shard, which both
 * ids end in, as the hash tag. So a session is found by its id alone, and yet all of an account lies in one slot of a cluster, where
 * one script reaches it.
 */
final class SessionKeys {

    /** All sessions, and nothing else. */
    static final String ALL_SESSIONS = "sallyport:session:*";

    private static final int ID_LENGTH = 36;

    private SessionKeys() {}

    static String session(SessionId id) {
        return sessionsOf(id.shard()) + id;
    }

    /** What the keys of sessions of that shard begin with; their ids follow. */
    static String sessionsOf(String shard) {
        return "sallyport:session:{" + shard + "}:";
    }

    /** An account's list: ids of sessions, scored with the time of creation. */
    static String list(UserId user) {
        return list(SessionId.shard(user), user);
    }

    /**
     * A session, and the list it is on if it is that account's. If it is another's, the second key lies with the first all the same,
     * and names no list.
     */
    static List<String> sessionAndList(SessionId id, UserId user) {
        return List.of(session(id), list(id.shard(), user));
    }

    private static String list(String shard, UserId user) {
        return "sallyport:sessions:{" + shard + "}:" + user;
    }

    /** The id in the key of a session. */
    static String id(String sessionKey) {
        return sessionKey.substring(sessionKey.length() - ID_LENGTH);
    }
}
