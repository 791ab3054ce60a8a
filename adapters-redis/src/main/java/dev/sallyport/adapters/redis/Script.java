package dev.sallyport.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * A Lua script. Redis runs it while nothing else happens, and logs and replicates what it wrote as one transaction.
 *
 * @param <T> what it returns
 */
public final class Script<T> {

    private final String source;
    private final String digest;
    private final ScriptOutputType output;
    private final Function<Object, T> result;

    private Script(String source, ScriptOutputType output, Function<Object, T> result) {
        this.source = source;
        this.digest = digest(source);
        this.output = output;
        this.result = result;
    }

    /** One that returns an integer. */
    public static Script<Long> toNumber(String source) {
        return new Script<>(source, ScriptOutputType.INTEGER, Long.class::cast);
    }

    /** One that returns an array of strings. */
    public static Script<List<String>> toList(String source) {
        return new Script<>(source, ScriptOutputType.MULTI, Script::strings);
    }

    private static List<String> strings(Object array) {
        return ((List<?>) array).stream().map(String.class::cast).toList();
    }

    String source() {
        return source;
    }

    /** By which Redis knows a script that it has run before. */
    String digest() {
        return digest;
    }

    ScriptOutputType output() {
        return output;
    }

    T result(Object answer) {
        return result.apply(answer);
    }

    private static String digest(String source) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
