package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.EpochMillis;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One-time tokens in the table {@code one_time_tokens}. */
@Singleton
@Bean(typed = SqlOneTimeTokenStore.class)
@Requires(property = SqlAxis.TOKENS_DIALECT)
public final class SqlOneTimeTokenStore implements OneTimeTokenStore, Holdings<OneTimeToken> {

    private final OneTimeTokenRows rows;

    SqlOneTimeTokenStore(OneTimeTokenRows rows) {
        this.rows = rows;
    }

    /** A hash that is there already is this call repeated. */
    @Override
    public void add(OneTimeToken token) {
        OneTimeTokenRow row = toRow(token);
        Sql.insert(() -> rows.insert(row));
    }

    @Override
    public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        return Sql.decide(() -> tryUse(hash, purpose, now));
    }

    /**
     * Reads what never changes, and then decides by an UPDATE of a row that is not used, which finds one for one caller only. No answer
     * when it was used or removed between the two.
     */
    private Optional<Use> tryUse(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
        Optional<OneTimeToken> found =
                Sql.ask(() -> rows.find(hash.value(), purpose.name())).map(SqlOneTimeTokenStore::toToken);
        if (found.isEmpty()) {
            return Optional.of(new Use.Unknown());
        }
        OneTimeToken token = found.get();
        if (token.isExpired(now)) {
            return Optional.of(new Use.Expired());
        }
        if (token.usedAt() != null) {
            return Optional.of(new Use.AlreadyUsed());
        }
        boolean used = Sql.ask(() -> rows.use(hash.value(), now.toEpochMilli())) == 1;
        return used ? Optional.of(new Use.Granted(usedAt(token, now))) : Optional.empty();
    }

    @Override
    public void sweep(Instant now) {
        Sql.ask(() -> rows.sweep(now.toEpochMilli()));
    }

    @Override
    public String idOf(OneTimeToken token) {
        return token.hash().value();
    }

    @Override
    public Stream<OneTimeToken> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<OneTimeToken> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlOneTimeTokenStore::toToken)
                .toList();
    }

    @Override
    public void restore(List<OneTimeToken> tokens) {
        Restore.into(rows, tokens.stream().map(SqlOneTimeTokenStore::toRow).toList(), OneTimeTokenRow::tokenHash);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static OneTimeToken usedAt(OneTimeToken token, Instant now) {
        return new OneTimeToken(
                token.hash(), token.purpose(), token.subject(), token.createdAt(), token.expiresAt(), now);
    }

    private static OneTimeTokenRow toRow(OneTimeToken token) {
        UserId subject = token.subject();
        return new OneTimeTokenRow(
                token.hash().value(),
                token.purpose().name(),
                subject == null ? null : subject.toString(),
                token.createdAt().toEpochMilli(),
                token.expiresAt().toEpochMilli(),
                EpochMillis.of(token.usedAt()));
    }

    private static OneTimeToken toToken(OneTimeTokenRow row) {
        String subject = row.subjectId();
        return new OneTimeToken(
                new OneTimeHash(row.tokenHash()),
                OneTimePurpose.valueOf(row.purpose()),
                subject == null ? null : new UserId(UUID.fromString(subject)),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.expiresAt()),
                EpochMillis.toInstant(row.usedAt()));
    }
}
