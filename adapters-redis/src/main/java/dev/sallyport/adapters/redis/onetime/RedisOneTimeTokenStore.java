package dev.sallyport.adapters.redis.onetime;

import dev.sallyport.adapters.redis.RecordsById;
import dev.sallyport.adapters.redis.Redis;
import dev.sallyport.adapters.redis.RedisProperties;
import dev.sallyport.adapters.redis.Script;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One-time tokens in Redis: a hash of fields for each, used up by one script, which goes by the caller's clock. What has expired goes by Redis's. */
@Singleton
@Bean(typed = RedisOneTimeTokenStore.class)
@Requires(property = RedisProperties.SETTINGS)
public final class RedisOneTimeTokenStore implements OneTimeTokenStore, Holdings<OneTimeToken> {

    /** So that a server whose clock is ahead of the callers' forgets nothing that still counts for them. */
    private static final Duration ALLOWANCE = Duration.ofHours(1);

    private static final String PREFIX = "sallyport:one-time-token:";

    /** Arguments: when it goes, then its fields and their values. One that is there already is this call repeated. */
    private static final Script<Long> ADD = Script.toNumber("""
            if redis.call('EXISTS', KEYS[1]) == 1 then
                return 0
            end
            redis.call('HSET', KEYS[1], unpack(ARGV, 2))
            redis.call('PEXPIREAT', KEYS[1], ARGV[1])
            return 1
            """);

    /** Arguments: the purpose, now. Returns the token's fields and their values if it is used now, else the one word that says why not. */
    private static final Script<List<String>> USE = Script.toList("""
            local token = redis.call('HMGET', KEYS[1], 'purpose', 'expires_at', 'used_at')
            if token[1] ~= ARGV[1] then
                return {'unknown'}
            elseif tonumber(token[2]) <= tonumber(ARGV[2]) then
                return {'expired'}
            elseif token[3] then
                return {'used'}
            end
            redis.call('HSET', KEYS[1], 'used_at', ARGV[2])
            return redis.call('HGETALL', KEYS[1])
            """);

    private static final Script<List<String>> READ = Script.toList("return redis.call('HGETALL', KEYS[1])");

    private final Redis redis;
    private final RecordsById all;

    RedisOneTimeTokenStore(Redis redis) {
        this.redis = redis;
        this.all = new RecordsById(redis, PREFIX + "*", key -> key.substring(PREFIX.length()));
    }

    @Override
    public void add(OneTimeToken token) {
        restore(List.of(token));
    }

    @Override
    public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        List<String> answer = redis.run(USE, keys(hash), purpose.name(), TokenFields.millis(now));
        return switch (answer.getFirst()) {
            case "unknown" -> new Use.Unknown();
            case "expired" -> new Use.Expired();
            case "used" -> new Use.AlreadyUsed();
            default -> new Use.Granted(TokenFields.read(hash, answer));
        };
    }

    /** Nothing to do: each key goes by itself. */
    @Override
    public void sweep(Instant now) {}

    @Override
    public String idOf(OneTimeToken token) {
        return token.hash().value();
    }

    @Override
    public Stream<OneTimeToken> after(String after) {
        return all.after(after, this::read);
    }

    private List<OneTimeToken> read(List<String> ids) {
        List<OneTimeHash> hashes = ids.stream().map(OneTimeHash::new).toList();
        List<List<String>> found = redis.runAll(
                READ,
                hashes.stream()
                        .map(hash -> new Redis.Call(keys(hash), List.of()))
                        .toList());
        List<OneTimeToken> tokens = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            if (!found.get(i).isEmpty()) {
                tokens.add(TokenFields.read(hashes.get(i), found.get(i)));
            }
        }
        return tokens;
    }

    @Override
    public void restore(List<OneTimeToken> tokens) {
        redis.runAll(ADD, tokens.stream().map(RedisOneTimeTokenStore::toAdd).toList());
    }

    private static Redis.Call toAdd(OneTimeToken token) {
        List<String> arguments =
                new ArrayList<>(List.of(TokenFields.millis(token.expiresAt().plus(ALLOWANCE))));
        arguments.addAll(TokenFields.write(token));
        return new Redis.Call(keys(token.hash()), arguments);
    }

    @Override
    public long count() {
        return all.count();
    }

    private static List<String> keys(OneTimeHash hash) {
        return List.of(PREFIX + hash.value());
    }
}
