package dev.sallyport.application.apikey;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.Permission;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds a key that somebody may act on. Two round trips. */
public final class FindApiKey {

    private final FindActor actors;
    private final ApiKeyStore keys;

    public FindApiKey(FindActor actors, ApiKeyStore keys) {
        this.actors = actors;
        this.keys = keys;
    }

    /** Finds one to revoke: somebody's own, or one made at a tier below theirs. Of its creator's, a key finds those that may no more. */
    View toRevoke(Caller caller, ApiKeyId id) {
        return look(caller, id, FindApiKey::objectionToRevoking);
    }

    /**
     * Finds one to rotate. Whoever does gets a secret of it, so they must hold what it holds, at no lower tier and for as long; and nobody
     * gets one of a key that acts for somebody else.
     */
    View toRotate(Caller caller, ApiKeyId id) {
        return look(caller, id, FindApiKey::objectionToRotating);
    }

    private View look(Caller caller, ApiKeyId id, BiFunction<Actor, ApiKey, Optional<Denial>> rule) {
        return switch (actors.admit(caller, Permission.API_KEYS_MANAGE)) {
            case Admission.Refused(Denial why) -> new View.Hidden(why);
            case Admission.Granted(Actor actor) ->
                keys.find(id)
                        .map(key -> rule.apply(actor, key)
                                .<View>map(View.Hidden::new)
                                .orElseGet(() -> new View.Seen(key)))
                        .orElseGet(() -> new View.Hidden(new Denial.NotFound()));
        };
    }

    private static Optional<Denial> objectionToRevoking(Actor actor, ApiKey key) {
        if (isOwn(actor, key)) {
            return actor.isKey() ? objectionToHolding(actor, key) : Optional.empty();
        }
        return Authority.mayActOn(actor.tier(), key.tier()) ? Optional.empty() : Optional.of(new Denial.TierTooLow());
    }

    private static Optional<Denial> objectionToRotating(Actor actor, ApiKey key) {
        return objectionToRevoking(actor, key)
                .or(() -> isOwn(actor, key) || key.serviceAccount()
                        ? objectionToHolding(actor, key)
                        : Optional.of(new Denial.Forbidden()))
                .or(() -> actor.lastUntil(key.expiresAt()) ? Optional.empty() : Optional.of(new Denial.Forbidden()));
    }

    private static Optional<Denial> objectionToHolding(Actor actor, ApiKey key) {
        if (actor.tier().level() < key.tier().level()) {
            return Optional.of(new Denial.TierTooLow());
        }
        return actor.hold(key.permissions()) ? Optional.empty() : Optional.of(new Denial.Forbidden());
    }

    private static boolean isOwn(Actor actor, ApiKey key) {
        return key.creator().equals(actor.caller().account());
    }

    /** What somebody sees of a key. */
    sealed interface View {
        record Seen(ApiKey key) implements View {}

        record Hidden(Denial why) implements View {}
    }
}
