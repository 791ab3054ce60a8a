package dev.sallyport.testkit;

import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.Session.Rotation;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;

/** Sessions of one account. */
final class Sessions {

    static final Instant NOW = WallClock.START;

    private Sessions() {}

    static UserId somebody() {
        return UserId.next(NOW, People.RANDOM);
    }

    /** Somebody who may have a session of that id. */
    static UserId somebodyWith(SessionId id) {
        UUID any = somebody().value();
        long end = (any.getLeastSignificantBits() & ~0xFFF) | (id.value().getLeastSignificantBits() & 0xFFF);
        return new UserId(new UUID(any.getMostSignificantBits(), end));
    }

    static Session openedNow(UserId user) {
        return opened(user, NOW);
    }

    static Session opened(UserId user, Instant at) {
        return opened(user, at, at.plus(SessionPolicy.DEFAULT.idle()));
    }

    static Session opened(UserId user, Instant at, Instant expiresAt) {
        SessionId id = SessionId.next(user, Backwards.from(NOW, at), People.RANDOM);
        return new Session(id, user, 1, Salt.next(People.RANDOM), 1, People.LAPTOP, at, at, expiresAt);
    }

    static Session with(Session session, SessionId id) {
        return new Session(
                id,
                session.user(),
                session.generation(),
                session.salt(),
                session.credentialsVersion(),
                session.origin(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }

    static Session from(Session session, Origin origin) {
        return new Session(
                session.id(),
                session.user(),
                session.generation(),
                session.salt(),
                session.credentialsVersion(),
                origin,
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }

    /** The session after one rotation from the phone, {@code millis} after it was last used. */
    static Session rotated(Session session, long millis) {
        Instant at = session.lastUsedAt().plusMillis(millis);
        Rotation rotation = session.rotate(session.generation(), People.PHONE, SessionPolicy.DEFAULT, at);
        return ((Rotation.Rotated) rotation).next();
    }
}
