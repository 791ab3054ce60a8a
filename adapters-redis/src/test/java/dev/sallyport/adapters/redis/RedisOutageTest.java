package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors as Redis 6.2 and 8 word them. */
final class RedisOutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "OOM command not allowed when used memory > 'maxmemory'.",
                "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk.",
                "READONLY You can't write against a read only replica.",
                "NOREPLICAS Not enough good replicas to write.",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.",
                "NOAUTH Authentication required.",
                "NOPERM this user has no permissions to run the 'evalsha' command",
                "ERR max number of clients reached",
                "ERR Error running script (call to f_c0ffee): @user_script:3: @user_script: 3: -OOM command not allowed",
                "ERR Error running script (call to f_c0ffee): @user_script:7: @user_script: 7: -READONLY You can't write",
                "ERR Error running script (call to f_c0ffee): @user_script:7: @user_script: 7: -MISCONF Errors writing",
                "ERR Error running script (call to f_c0ffee): @user_script:7:"
                        + " Lua script attempted to access a non local key in a cluster node",
                "ERR Error running script (call to f_c0ffee): @user_script:7:"
                        + " Lua script attempted to execute a command while the cluster is down",
                "ERR Script attempted to access a non local key in a cluster node script: c0ffee, on @user_script:7."
            })
    void whateverAServerMaySufferIsAnOutage(String error) {
        assertThat(RedisOutage.is(new RedisCommandExecutionException(error))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR wrong number of arguments for 'set' command",
                "ERR unknown command 'SETT'",
                "ERR Error compiling script (new function): user_script:1: unexpected symbol near '('",
                "ERR Error running script (call to f_c0ffee): @user_script:1: user_script:1: attempt to index a nil value",
                "WRONGTYPE Operation against a key holding the wrong kind of value",
                "CROSSSLOT Keys in request don't hash to the same slot",
                "NOSCRIPT No matching script. Please use EVAL."
            })
    void aWrongCommandIsABug(String error) {
        assertThat(RedisOutage.is(new RedisCommandExecutionException(error))).isFalse();
    }

    @Test
    void whatNoServerAnsweredIsAnOutage() {
        assertThat(RedisOutage.is(new RedisConnectionException("Unable to connect")))
                .isTrue();
        assertThat(RedisOutage.is(new RedisCommandTimeoutException("Command timed out")))
                .isTrue();
        assertThat(RedisOutage.is(new RedisException("Currently not connected. Commands are rejected.")))
                .isTrue();
        assertThat(RedisOutage.is(new CancellationException())).isTrue();
    }

    @Test
    void aConnectionIsToBlameWhenItIsSilentOrMayNotLeadToTheMaster() {
        assertThat(RedisOutage.isOfTheConnection(new RedisCommandTimeoutException("Command timed out")))
                .isTrue();
        assertThat(RedisOutage.isOfTheConnection(new RedisCommandExecutionException(
                        "ERR Error running script (call to f_c0ffee): @user_script:7: -READONLY You can't write")))
                .isTrue();
        assertThat(RedisOutage.isOfTheConnection(
                        new RedisCommandExecutionException("NOREPLICAS Not enough good replicas to write.")))
                .isTrue();
        assertThat(RedisOutage.isOfTheConnection(new RedisCommandExecutionException("OOM command not allowed")))
                .isFalse();
        assertThat(RedisOutage.isOfTheConnection(new RedisException("Currently not connected.")))
                .isFalse();
    }
}
