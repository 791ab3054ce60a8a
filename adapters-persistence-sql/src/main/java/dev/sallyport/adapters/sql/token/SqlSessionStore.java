package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Sessions in the table {@code sessions}. A replacement is an UPDATE of a row that must be there, so one that ended stays ended:
 * a row another transaction is deleting is waited for, and then no longer matches.
 */
@Singleton
@Bean(typed = SqlSessionStore.class)
@Requires(property = SqlAxis.TOKENS_DIALECT)
public final class SqlSessionStore implements SessionStore, Holdings<Session> {

    private final SessionRows rows;

    SqlSessionStore(SessionRows rows) {
        this.rows = rows;
    }

    /**
     * The insert is committed before the others are counted, in a statement of its own: of simultaneous calls the one that counts
     * last sees every insert, so nothing beyond the limit escapes all of them. In one transaction none would see the others'. A
     * crash in between leaves too many until the next call.
     *
     * <p>An id that is there already is this call repeated after its answer was lost.
     */
    @Override
    public List<SessionId> add(Session session, int limit) {
        SessionRow row = toRow(session);
        Sql.insert(() -> rows.insert(row));
        return endBeyond(limit, row.userId());
    }

    /** One by one, because the row count says who of several callers ended a session, and each reports its own. */
    private List<SessionId> endBeyond(int limit, String user) {
        List<SessionId> ended = new ArrayList<>();
        for (String id : Sql.ask(() -> rows.findIdsBeyond(user, limit)).reversed()) {
            if (Sql.ask(() -> rows.end(id, user)) == 1) {
                ended.add(new SessionId(UUID.fromString(id)));
            }
        }
        return List.copyOf(ended);
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Sql.ask(() -> rows.findById(id.toString())).map(SqlSessionStore::toSession);
    }

    @Override
    public List<Session> list(UserId user, Instant now, int max) {
        return Sql.ask(() -> rows.findLive(user.toString(), now.toEpochMilli(), max)).stream()
                .map(SqlSessionStore::toSession)
                .toList();
    }

    @Override
    public boolean replace(Session expected, Session next) {
        SessionRow row = toRow(next);
        return Sql.ask(() -> update(expected, row)) == 1;
    }

    @Override
    public boolean end(SessionId id, UserId user) {
        return Sql.ask(() -> rows.end(id.toString(), user.toString())) == 1;
    }

    @Override
    public int endAll(UserId user) {
        return Sql.ask(() -> rows.endAll(user.toString()));
    }

    @Override
    public int endOthers(UserId user, SessionId kept) {
        return Sql.ask(() -> rows.endOthers(user.toString(), kept.toString()));
    }

    @Override
    public void sweep(Instant now) {
        Sql.ask(() -> rows.sweep(now.toEpochMilli()));
    }

    private int update(Session expected, SessionRow row) {
        return rows.replace(
                row.id(),
                expected.generation(),
                expected.credentialsVersion(),
                row.generation(),
                row.salt(),
                row.credentialsVersion(),
                row.address(),
                row.network(),
                row.userAgent(),
                row.requestId(),
                row.createdAt(),
                row.lastUsedAt(),
                row.expiresAt());
    }

    @Override
    public String idOf(Session session) {
        return session.id().toString();
    }

    @Override
    public Stream<Session> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<Session> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlSessionStore::toSession)
                .toList();
    }

    @Override
    public void restore(List<Session> sessions) {
        Restore.into(rows, sessions.stream().map(SqlSessionStore::toRow).toList(), SessionRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static SessionRow toRow(Session session) {
        Origin origin = session.origin();
        return new SessionRow(
                session.id().toString(),
                session.user().toString(),
                session.generation(),
                session.salt().value(),
                session.credentialsVersion(),
                origin.address().text(),
                origin.address().network(),
                origin.userAgent(),
                origin.requestId(),
                session.createdAt().toEpochMilli(),
                session.lastUsedAt().toEpochMilli(),
                session.expiresAt().toEpochMilli());
    }

    private static Session toSession(SessionRow row) {
        return new Session(
                new SessionId(UUID.fromString(row.id())),
                new UserId(UUID.fromString(row.userId())),
                row.generation(),
                new Salt(row.salt()),
                row.credentialsVersion(),
                new Origin(new ClientAddress(row.address(), row.network()), row.userAgent(), row.requestId()),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.lastUsedAt()),
                Instant.ofEpochMilli(row.expiresAt()));
    }
}
