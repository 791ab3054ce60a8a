package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import dev.sallyport.application.user.Change;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.json.tree.JsonNode;

/** What is not named stays, null removes (RFC 7396); a status cannot be removed. */
@Introspected
record UserPatchBody(
        Change<String> username, Change<String> displayName, Change<JsonNode> metadata, Change<String> status)
        implements JsonBody {}
