package dev.sallyport.application.apikey;

import dev.sallyport.application.Denial;
import dev.sallyport.application.apikey.FindApiKey.View;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.audit.AuditType;
import java.util.Map;

/** Removes a key; it is refused with the next request. Four round trips. */
public final class RevokeApiKey {

    /** What came of it. */
    public sealed interface Result {
        record Revoked() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindApiKey findApiKey;
    private final ApiKeyStore keys;
    private final Audit audit;

    public RevokeApiKey(FindApiKey findApiKey, ApiKeyStore keys, Audit audit) {
        this.findApiKey = findApiKey;
        this.keys = keys;
        this.audit = audit;
    }

    public Result revoke(Caller caller, ApiKeyId id, Origin origin) {
        return switch (findApiKey.toRevoke(caller, id)) {
            case View.Hidden(Denial why) -> new Result.Denied(why);
            case View.Seen(ApiKey key) -> revoke(key, caller, origin);
        };
    }

    private Result revoke(ApiKey key, Caller caller, Origin origin) {
        if (!keys.remove(key.id())) {
            return new Result.Denied(new Denial.NotFound());
        }
        audit.record(
                AuditType.API_KEY_REVOKED,
                caller,
                key.creator(),
                origin,
                Map.of("key", key.id().toString()));
        return new Result.Revoked();
    }
}
