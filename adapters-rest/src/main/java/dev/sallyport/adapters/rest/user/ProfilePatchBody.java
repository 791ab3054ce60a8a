package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import dev.sallyport.application.user.Change;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

@Introspected
@Schema(name = "ProfilePatch", description = "What is not named stays; null removes (RFC 7396).")
record ProfilePatchBody(
        @Schema(type = "string", nullable = true) Change<String> username,

        @Schema(name = "display_name", type = "string", nullable = true)
        Change<String> displayName,

        @Schema(
                type = "object",
                nullable = true,
                description = "Replaces the whole object; at most 16 KiB of JSON, the application's own")
        Change<JsonNode> metadata)
        implements JsonBody {}
