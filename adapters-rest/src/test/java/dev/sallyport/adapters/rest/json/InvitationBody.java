package dev.sallyport.adapters.rest.json;

import dev.sallyport.application.user.Change;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with one member of each kind there is. */
@Introspected
record InvitationBody(
        String email,
        @Nullable String displayName,
        @Nullable Boolean emailVerified,
        @Nullable Long seats,
        List<String> permissions,
        @Nullable JsonNode metadata,
        Change<String> note,
        Change<JsonNode> settings)
        implements JsonBody {}
