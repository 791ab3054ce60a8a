package dev.sallyport.application.apikey;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.role.Permission;
import java.util.List;
import java.util.Optional;

/** Lists keys, their secrets not among what can be listed, a page at a time, newest first. Two round trips. */
public final class ListApiKeys {

    /** What came of it. */
    public sealed interface Result {

        /** @param next the last of the page if there are more */
        record Listed(List<ApiKey> keys, Optional<ApiKeyId> next) implements Result {
            public Listed {
                keys = List.copyOf(keys);
            }
        }

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final ApiKeyStore keys;

    public ListApiKeys(FindActor actors, ApiKeyStore keys) {
        this.actors = actors;
        this.keys = keys;
    }

    /** Takes where the last page ended; empty for the first. */
    public Result list(Caller caller, Optional<ApiKeyId> below, int limit) {
        return switch (actors.admit(caller, Permission.API_KEYS_MANAGE)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> list(below, limit);
        };
    }

    private Result list(Optional<ApiKeyId> below, int limit) {
        List<ApiKey> found = keys.list(below.orElse(null), limit + 1);
        List<ApiKey> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Result.Listed(
                page, found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty());
    }
}
