package dev.sallyport.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.util.regex.Pattern;

/** Tells outages from bugs. */
final class RedisOutage {

    /** The first word of an error that a wrong command gets. */
    private static final Pattern BUG = Pattern.compile("(ERR|WRONGTYPE|CROSSSLOT|NOSCRIPT|EXECABORT|NOTBUSY)\\b.*");

    /**
     * What a server suffers that begins its error with {@code ERR} nevertheless: too many clients, and, up to version 6, whatever
     * happens to a command in a script. "Non local" is a key whose slot is moving to another server.
     */
    private static final Pattern OUTAGE = Pattern.compile(".*(max number of clients|[Cc]luster is down|non local key"
            + "|\\b(OOM|MISCONF|READONLY|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|LOADING|BUSY|NOPERM) ).*");

    /** What a server says that is no longer the master, or was left by its replica and may not know yet that it is not. */
    private static final Pattern NOT_THE_MASTER = Pattern.compile(".*\\b(READONLY|NOREPLICAS)\\b.*");

    private RedisOutage() {}

    /** Whether Redis could not be asked. Everything is an outage that no server answered. */
    static boolean is(RuntimeException failure) {
        if (!(failure instanceof RedisCommandExecutionException)) {
            return true;
        }
        String error = error(failure);
        return !BUG.matcher(error).matches() || OUTAGE.matcher(error).matches();
    }

    /** Whether the next call on the same connection may well fail in the same way though Redis can be reached. */
    static boolean isOfTheConnection(RuntimeException failure) {
        return failure instanceof RedisCommandTimeoutException
                || NOT_THE_MASTER.matcher(error(failure)).matches();
    }

    private static String error(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
