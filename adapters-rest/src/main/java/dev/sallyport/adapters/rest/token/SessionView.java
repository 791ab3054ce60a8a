package dev.sallyport.adapters.rest.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.token.Session;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One place where somebody is signed in. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Session")
public record SessionView(
        @Schema(format = "uuid") String id,
        String ip,
        @Nullable String userAgent,
        @Schema(format = "date-time") String createdAt,
        @Schema(format = "date-time") String lastUsedAt,
        @Schema(format = "date-time") String expiresAt,

        @Schema(description = "Whether the request was made in this session")
        boolean current) {

    static SessionView of(Session session, boolean current) {
        return new SessionView(
                session.id().toString(),
                session.origin().address().text(),
                session.origin().userAgent(),
                WireTime.of(session.createdAt()),
                WireTime.of(session.lastUsedAt()),
                WireTime.of(session.expiresAt()),
                current);
    }
}
