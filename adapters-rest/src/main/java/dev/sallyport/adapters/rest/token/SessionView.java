package dev.sallyport.adapters.rest.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.token.Session;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * One place where somebody is signed in.
 *
 * @param current whether the request was made in this session
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SessionView(
        String id,
        String ip,
        @Nullable String userAgent,
        String createdAt,
        String lastUsedAt,
        String expiresAt,
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
