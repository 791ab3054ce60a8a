package dev.sallyport.adapters.rest.apikey;

import dev.sallyport.adapters.rest.paging.Cursors;
import dev.sallyport.adapters.rest.paging.ListQuery;
import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.adapters.rest.role.PermissionNames;
import dev.sallyport.application.Denial;
import dev.sallyport.application.apikey.CreateApiKey;
import dev.sallyport.application.apikey.ListApiKeys;
import dev.sallyport.application.apikey.NewApiKey;
import dev.sallyport.application.apikey.RevokeApiKey;
import dev.sallyport.application.apikey.RotateApiKey;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKeyId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;

/** What lets services in. */
@Controller("/api/v1/api-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class ApiKeysController {

    private final ListApiKeys listApiKeys;
    private final CreateApiKey createApiKey;
    private final RotateApiKey rotateApiKey;
    private final RevokeApiKey revokeApiKey;
    private final Cursors cursors;

    ApiKeysController(
            ListApiKeys listApiKeys,
            CreateApiKey createApiKey,
            RotateApiKey rotateApiKey,
            RevokeApiKey revokeApiKey,
            Cursors cursors) {
        this.listApiKeys = listApiKeys;
        this.createApiKey = createApiKey;
        this.rotateApiKey = rotateApiKey;
        this.revokeApiKey = revokeApiKey;
        this.cursors = cursors;
    }

    @Get
    ApiKeyList list(Caller caller, HttpRequest<?> request) {
        ListQuery query = ListQuery.of(request);
        return switch (listApiKeys.list(caller, query.after(cursors).map(ApiKeyId::new), query.limit())) {
            case ListApiKeys.Result.Listed(var keys, var next) ->
                new ApiKeyList(
                        keys.stream().map(ApiKeyView::of).toList(), query.next(cursors, next.map(ApiKeyId::value)));
            case ListApiKeys.Result.Denied(var why) -> throw denied(why);
        };
    }

    @Post
    @Status(HttpStatus.CREATED)
    NewApiKeyView create(@Body ApiKeyBody body, Caller caller, Origin origin) {
        return switch (createApiKey.create(caller, body.form(), origin)) {
            case CreateApiKey.Result.Created(NewApiKey created) -> NewApiKeyView.of(created);
            case CreateApiKey.Result.ExpiryInvalid() -> throw ProblemException.invalid("expires_at");
            case CreateApiKey.Result.PermissionsTooHigh() -> throw PermissionNames.tooHigh();
            case CreateApiKey.Result.Denied(var why) -> throw denied(why);
        };
    }

    @Post("/{id}/rotate")
    NewApiKeyView rotate(@PathVariable String id, @Body RotationBody body, Caller caller, Origin origin) {
        return switch (rotateApiKey.rotate(caller, key(id), body.overlap(), origin)) {
            case RotateApiKey.Result.Rotated(NewApiKey rotated) -> NewApiKeyView.of(rotated);
            case RotateApiKey.Result.OverlapInvalid() -> throw overlapInvalid();
            case RotateApiKey.Result.Denied(var why) -> throw denied(why);
        };
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Caller caller, Origin origin) {
        switch (revokeApiKey.revoke(caller, key(id), origin)) {
            case RevokeApiKey.Result.Revoked() -> {}
            case RevokeApiKey.Result.Denied(var why) -> throw denied(why);
        }
    }

    private static ApiKeyId key(String id) {
        return ApiKeyId.parse(id).orElseThrow(() -> ProblemException.of(ProblemCode.API_KEY_NOT_FOUND));
    }

    private static ProblemException denied(Denial why) {
        return DenialProblem.of(why, ProblemCode.API_KEY_NOT_FOUND);
    }

    private static ProblemException overlapInvalid() {
        Map<String, Object> params = Map.of("min", 0, "max", RotateApiKey.LONGEST_OVERLAP.toSeconds());
        return ProblemException.invalid(
                List.of(new FieldError("overlap_seconds", ProblemCode.REQUEST_INVALID.code(), params)));
    }
}
