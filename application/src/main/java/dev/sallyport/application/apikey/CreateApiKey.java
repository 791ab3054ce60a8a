package dev.sallyport.application.apikey;

import dev.sallyport.application.Denial;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.ApiKeyText;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes an API key that may do no more than its creator, and no longer if that is a key itself. Three round trips. */
public final class CreateApiKey {

    /** What came of it. */
    public sealed interface Result {
        record Created(NewApiKey created) implements Result {}

        /** Its time would be over before it began, or after that of the key that makes it. */
        record ExpiryInvalid() implements Result {}

        /** The creator lacks some of the permissions. */
        record PermissionsTooHigh() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    /**
     * What the key is to be.
     *
     * @param serviceAccount whether it stands for itself and outlives its creator's suspension
     * @param expiresAt null for never
     */
    public record Form(
            ApiKeyName name,
            SortedSet<Permission> permissions,
            boolean serviceAccount,
            @Nullable Instant expiresAt) {
        public Form {
            permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        }
    }

    private final FindActor actors;
    private final ApiKeyStore keys;
    private final Audit audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    public CreateApiKey(FindActor actors, ApiKeyStore keys, Audit audit, InstantSource clock, RandomGenerator random) {
        this.actors = actors;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    public Result create(Caller caller, Form form, Origin origin) {
        return switch (actors.admit(caller, Permission.API_KEYS_MANAGE)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor actor) -> create(actor, form, origin);
        };
    }

    private Result create(Actor actor, Form form, Origin origin) {
        if (!actor.hold(form.permissions())) {
            return new Result.PermissionsTooHigh();
        }
        Instant now = clock.instant();
        if (form.expiresAt() != null && !now.isBefore(form.expiresAt())) {
            return new Result.ExpiryInvalid();
        }
        if (!actor.lastUntil(form.expiresAt())) {
            return new Result.ExpiryInvalid();
        }
        return add(actor, form, now, origin);
    }

    private Result add(Actor actor, Form form, Instant now, Origin origin) {
        ApiKeyId id = ApiKeyId.next(now, random);
        ApiKeyText text = ApiKeyText.next(id, random);
        ApiKey key = new ApiKey(
                id,
                form.name(),
                actor.caller().account(),
                form.serviceAccount(),
                actor.tier(),
                form.permissions(),
                text.hash(),
                null,
                null,
                1,
                now,
                form.expiresAt(),
                null);
        keys.add(key);
        audit.record(AuditType.API_KEY_CREATED, actor.caller(), key.creator(), origin, details(key));
        return new Result.Created(new NewApiKey(key, text));
    }

    private static Map<String, String> details(ApiKey key) {
        return Map.of(
                "key", key.id().toString(),
                "tier", key.tier().name(),
                "permissions", Permission.list(key.permissions()),
                "service_account", Boolean.toString(key.serviceAccount()));
    }
}
