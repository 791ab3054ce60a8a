package dev.sallyport.adapters.sql.key;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Sealed keys in the table {@code sealed_keys}, where a unique constraint allows one active key for each purpose. */
@Singleton
@Bean(typed = SqlSealedKeyStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlSealedKeyStore implements SealedKeyStore, Holdings<SealedKey> {

    private final SealedKeyRows rows;

    SqlSealedKeyStore(SealedKeyRows rows) {
        this.rows = rows;
    }

    @Override
    public SealedKey agree(SealedKey candidate) {
        return Sql.decide(() -> tryAgree(candidate));
    }

    /** Looks before it inserts, because every start but the first finds a key. No answer when another one was faster. */
    private Optional<SealedKey> tryAgree(SealedKey candidate) {
        Optional<SealedKey> active =
                Sql.ask(() -> rows.findActive(candidate.purpose())).map(SqlSealedKeyStore::toKey);
        if (active.isPresent()) {
            return active;
        }
        boolean inserted = Sql.insert(() -> rows.insert(toRow(candidate)));
        return inserted ? Optional.of(candidate) : Optional.empty();
    }

    @Override
    public List<SealedKey> list() {
        return Sql.ask(rows::findAll).stream().map(SqlSealedKeyStore::toKey).toList();
    }

    @Override
    public String idOf(SealedKey key) {
        return key.id().toString();
    }

    @Override
    public Stream<SealedKey> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<SealedKey> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlSealedKeyStore::toKey)
                .toList();
    }

    @Override
    public void restore(List<SealedKey> keys) {
        Restore.into(rows, keys.stream().map(SqlSealedKeyStore::toRow).toList(), SealedKeyRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static SealedKeyRow toRow(SealedKey key) {
        return new SealedKeyRow(
                key.id().toString(),
                key.purpose(),
                key.state().name(),
                key.sealed(),
                key.createdAt().toEpochMilli(),
                key.state() == KeyState.ACTIVE ? key.purpose() : null);
    }

    private static SealedKey toKey(SealedKeyRow row) {
        return new SealedKey(
                new KeyId(UUID.fromString(row.id())),
                row.purpose(),
                KeyState.valueOf(row.state()),
                row.sealed(),
                Instant.ofEpochMilli(row.createdAt()));
    }
}
