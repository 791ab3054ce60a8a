package dev.sallyport.application.apikey;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.Permission;
import java.util.Optional;

/** Finds a key that somebody may act on: their own, or one made at a tier below theirs. Two round trips. */
public final class FindApiKey {

    private final FindActor actors;
    private final ApiKeyStore keys;

    public FindApiKey(FindActor actors, ApiKeyStore keys) {
        this.actors = actors;
        this.keys = keys;
    }

    View look(Caller caller, ApiKeyId id) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new View.Hidden(new Denial.SignedOut());
        }
        if (!actor.get().may(Permission.API_KEYS_MANAGE)) {
            return new View.Hidden(new Denial.Forbidden());
        }
        return keys.find(id)
                .map(key -> judge(actor.get(), key))
                .orElseGet(() -> new View.Hidden(new Denial.NotFound()));
    }

    private static View judge(Actor actor, ApiKey key) {
        boolean isOwn = key.creator().equals(actor.caller().account());
        return isOwn || Authority.mayActOn(actor.tier(), key.tier())
                ? new View.Seen(key)
                : new View.Hidden(new Denial.TierTooLow());
    }

    /** What somebody sees of a key. */
    sealed interface View {
        record Seen(ApiKey key) implements View {}

        record Hidden(Denial why) implements View {}
    }
}
