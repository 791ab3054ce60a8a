package dev.sallyport.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one sentence why Redis kept the service from starting, and what to do about it. */
public final class RedisStartFailure {

    private static final List<String> OF_SENTINELS = List.of(
            "Cannot connect to a Redis Sentinel",
            "Cannot provide redisAddress using sentinel",
            "Cannot obtain master using SENTINEL MASTER");

    private RedisStartFailure() {}

    /** Explains what starting with {@code url} threw; empty if it had nothing to do with Redis. Names neither classes nor passwords. */
    public static Optional<String> explain(Throwable failure, String url) {
        Optional<UnfitRedisException> unfit = last(failure, UnfitRedisException.class);
        return unfit.map(Throwable::getMessage)
                .or(() -> last(failure, RedisException.class).map(redis -> cause(failure)))
                .map(cause -> "The Redis " + RedisUrl.withoutCredentials(url) + " " + cause + ".");
    }

    private static String cause(Throwable failure) {
        return last(failure, RedisCommandExecutionException.class)
                .filter(refused -> !isOfTheSentinels(failure))
                .map(RedisStartFailure::refusal)
                .orElseGet(() -> unreachable(failure));
    }

    /** By the words Redis uses. The rest of the error is left out: where a command is unknown, it repeats the password. */
    private static String refusal(RedisCommandExecutionException refused) {
        String error = String.valueOf(refused.getMessage());
        String code = error.split(" ", 2)[0];
        if (error.contains("DB index")) {
            return "has no database of that number; choose another";
        }
        if (error.contains("cluster support disabled")) {
            return "is no cluster; begin its URL with redis://";
        }
        return switch (code) {
            case "WRONGPASS", "NOAUTH" -> "refuses the user name or the password; check both";
            case "NOPERM" -> "gives this user too few rights; see docs/backends.md for what it must be allowed";
            case "READONLY" -> "is a replica and cannot be written; name its master";
            case "LOADING" -> "is still loading its data; start again when it has";
            default -> "cannot be used (" + code + "); see its log";
        };
    }

    private static String unreachable(Throwable failure) {
        if (last(failure, UnknownHostException.class).isPresent()) {
            return "has a host name without an address; check the name";
        }
        if (last(failure, SSLException.class).isPresent()) {
            return "cannot be trusted (TLS); check its certificate, and that it is made out for that name";
        }
        if (isOfTheSentinels(failure)) {
            return "has no Sentinel that tells where its master is;"
                    + " check the Sentinels' addresses and the master's name after #";
        }
        if (last(failure, ConnectException.class).isPresent()) {
            return "cannot be reached; check its address and that it runs";
        }
        if (last(failure, RedisCommandTimeoutException.class).isPresent()) {
            return "does not answer; check its address, that it is a Redis, and whether it speaks TLS on that port";
        }
        return "cannot be used; check its address and that it runs";
    }

    /** By Lettuce's words, which alone tell a question to a Sentinel from one to the master. */
    private static boolean isOfTheSentinels(Throwable failure) {
        return all(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .anyMatch(message -> OF_SENTINELS.stream().anyMatch(message::startsWith));
    }

    private static <T extends Throwable> Optional<T> last(Throwable failure, Class<T> type) {
        return all(failure).filter(type::isInstance).map(type::cast).reduce((earlier, later) -> later);
    }

    /** With what each server of a cluster said. */
    private static Stream<Throwable> all(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(each -> Stream.concat(
                        Stream.of(each), Arrays.stream(each.getSuppressed()).flatMap(RedisStartFailure::all)));
    }
}
