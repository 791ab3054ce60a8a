package dev.sallyport.adapters.redis.token;

import dev.sallyport.adapters.redis.Script;
import java.util.List;

/**
 * The scripts on sessions, one for each promise of the port.
 *
 * <p>What holds between any two of them: <strong>every session that is there is on its owner's list, and the list expires after
 * it.</strong> So whoever ends all of an account's sessions by its list misses none. Scripts that write list a session before they write
 * it and strike it off after they deleted it, so the sentence is true even in between, and a session that expired leaves no more than an
 * id on a list. List and sessions are in one slot, hence on one server: a replica that takes over has both as of one moment.
 *
 * <p>While a slot moves to another server, a key that has gone ahead or is yet to come looks like one that is not there. {@code
 * all_here} asks for a list and all it names at once, which a server refuses to answer then. The error makes the call an outage, for the
 * moments until the slot has moved.
 */
final class SessionScripts {

    /** The list expires a second after the latest session on it. */
    private static final String OUTLIVE = """
            local function outlive(list, expires_at)
                local time = redis.call('TIME')
                local longer = expires_at + 1000 - time[1] * 1000 - math.floor(time[2] / 1000)
                local left = redis.call('PTTL', list)
                if left < 0 or left < longer then
                    redis.call('PEXPIREAT', list, expires_at + 1000)
                end
            end
            """;

    private static final String ALL_HERE = """
            local function all_here(list, prefix)
                local ids, keys = redis.call('ZRANGE', list, 0, -1), {}
                for position, id in ipairs(ids) do
                    keys[position] = prefix .. id
                end
                redis.call('EXISTS', list, unpack(keys))
                return ids, keys
            end
            """;

    /**
     * Keys: the session, the list. Arguments: its id, its value, when it was created, when it expires, the limit, the prefix. Returns the
     * ids of the sessions beyond the limit that it ended. Those that expired are struck off before any is counted as one too many.
     *
     * <p>An id that is there already is this call repeated after its answer was lost.
     */
    static final Script<List<String>> ADD = Script.toList(OUTLIVE + ALL_HERE + """
            local session, list, id, limit, prefix = KEYS[1], KEYS[2], ARGV[1], tonumber(ARGV[5]), ARGV[6]
            if redis.call('EXISTS', session) == 0 then
                redis.call('ZADD', list, ARGV[3], id)
                outlive(list, tonumber(ARGV[4]))
                redis.call('SET', session, ARGV[2], 'PXAT', ARGV[4])
            end
            local ended = {}
            if redis.call('ZCARD', list) > limit then
                for _, each in ipairs(all_here(list, prefix)) do
                    if redis.call('EXISTS', prefix .. each) == 0 then
                        redis.call('ZREM', list, each)
                    end
                end
                local beyond = redis.call('ZREVRANGE', list, limit, -1)
                for position = #beyond, 1, -1 do
                    redis.call('DEL', prefix .. beyond[position])
                    redis.call('ZREM', list, beyond[position])
                    ended[#ended + 1] = beyond[position]
                end
            end
            return ended
            """);

    /** Keys: the list. Arguments: the prefix. Returns id and value of each session, newest first. */
    static final Script<List<String>> LIST = Script.toList(ALL_HERE + """
            local ids, keys = all_here(KEYS[1], ARGV[1])
            local found = {}
            for position = #ids, 1, -1 do
                local session = redis.call('GET', keys[position])
                if session then
                    found[#found + 1] = ids[position]
                    found[#found + 1] = session
                end
            end
            return found
            """);

    /** Keys: the session, the list. Arguments: what the present value must begin with, the next value, when it expires. */
    static final Script<Long> REPLACE = Script.toNumber(OUTLIVE + """
            local present = redis.call('GET', KEYS[1])
            if not present or string.sub(present, 1, #ARGV[1]) ~= ARGV[1] then
                return 0
            end
            outlive(KEYS[2], tonumber(ARGV[3]))
            redis.call('SET', KEYS[1], ARGV[2], 'PXAT', ARGV[3])
            return 1
            """);

    /** Keys: the session, the list. Arguments: the id. */
    static final Script<Long> END = Script.toNumber("""
            if not redis.call('ZSCORE', KEYS[2], ARGV[1]) then
                return 0
            end
            local ended = redis.call('DEL', KEYS[1])
            redis.call('ZREM', KEYS[2], ARGV[1])
            return ended
            """);

    /** Keys: the list. Arguments: the prefix, the id that is spared. Returns how many it ended. */
    static final Script<Long> END_OTHERS = Script.toNumber(ALL_HERE + """
            local ids, keys = all_here(KEYS[1], ARGV[1])
            local ended = 0
            for position, id in ipairs(ids) do
                if id ~= ARGV[2] then
                    ended = ended + redis.call('DEL', keys[position])
                    redis.call('ZREM', KEYS[1], id)
                end
            end
            return ended
            """);

    private SessionScripts() {}
}
