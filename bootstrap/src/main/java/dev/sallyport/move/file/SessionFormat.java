package dev.sallyport.move.file;

import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;

final class SessionFormat extends Format<Session> {

    SessionFormat() {
        super("session");
    }

    @Override
    String idOf(Session session) {
        return session.id().toString();
    }

    @Override
    void write(Session session, LineWriter line) {
        line.put("id", session.id().toString())
                .put("user", session.user().toString())
                .put("generation", session.generation())
                .put("salt", session.salt().value())
                .put("credentials_version", session.credentialsVersion());
        OriginFormat.write(session.origin(), line);
        line.put("created_at", session.createdAt())
                .put("last_used_at", session.lastUsedAt())
                .put("expires_at", session.expiresAt());
    }

    @Override
    Session read(LineReader line) {
        return new Session(
                new SessionId(line.id("id")),
                new UserId(line.id("user")),
                line.number("generation"),
                new Salt(line.text("salt")),
                line.number("credentials_version"),
                OriginFormat.read(line),
                line.instant("created_at"),
                line.instant("last_used_at"),
                line.instant("expires_at"));
    }
}
