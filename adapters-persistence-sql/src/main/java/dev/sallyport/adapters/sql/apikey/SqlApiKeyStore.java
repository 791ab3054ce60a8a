package dev.sallyport.adapters.sql.apikey;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.EpochMillis;
import dev.sallyport.adapters.sql.PermissionsText;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** API keys in the table {@code api_keys}, where the row count of a conditional UPDATE decides who replaces a version. */
@Singleton
@Bean(typed = SqlApiKeyStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlApiKeyStore implements ApiKeyStore, Holdings<ApiKey> {

    private final ApiKeyRows rows;

    SqlApiKeyStore(ApiKeyRows rows) {
        this.rows = rows;
    }

    /** An id that is there already is this call repeated. */
    @Override
    public void add(ApiKey key) {
        ApiKeyRow row = toRow(key);
        Sql.insert(() -> rows.insert(row));
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return Sql.ask(() -> rows.findById(id.toString())).map(SqlApiKeyStore::toKey);
    }

    @Override
    public List<ApiKey> list(@Nullable ApiKeyId below, int max) {
        List<ApiKeyRow> found =
                Sql.ask(() -> below == null ? rows.findNewest(max) : rows.findNewestBelow(below.toString(), max));
        return found.stream().map(SqlApiKeyStore::toKey).toList();
    }

    @Override
    public boolean replace(ApiKey expected, ApiKey next) {
        ApiKeyRow row = toRow(next);
        return Sql.ask(() -> update(expected.version(), row)) == 1;
    }

    @Override
    public boolean remove(ApiKeyId id) {
        return Sql.ask(() -> rows.remove(id.toString())) == 1;
    }

    @Override
    public void recordUse(ApiKeyId id, Instant at, Duration apart) {
        Sql.ask(() ->
                rows.recordUse(id.toString(), at.toEpochMilli(), at.minus(apart).toEpochMilli()));
    }

    private int update(long expectedVersion, ApiKeyRow row) {
        return rows.replace(
                row.id(),
                expectedVersion,
                row.name(),
                row.creatorId(),
                row.serviceAccount(),
                row.tier(),
                row.permissions(),
                row.currentHash(),
                row.previousHash(),
                row.previousUntil(),
                row.version(),
                row.createdAt(),
                row.expiresAt());
    }

    @Override
    public String idOf(ApiKey key) {
        return key.id().toString();
    }

    @Override
    public Stream<ApiKey> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<ApiKey> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlApiKeyStore::toKey)
                .toList();
    }

    @Override
    public void restore(List<ApiKey> keys) {
        Restore.into(rows, keys.stream().map(SqlApiKeyStore::toRow).toList(), ApiKeyRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static ApiKeyRow toRow(ApiKey key) {
        SecretHash previous = key.previous();
        return new ApiKeyRow(
                key.id().toString(),
                key.name().value(),
                key.creator().toString(),
                key.serviceAccount(),
                key.tier().level(),
                PermissionsText.of(key.permissions()),
                key.current().value(),
                previous == null ? null : previous.value(),
                EpochMillis.of(key.previousUntil()),
                key.version(),
                key.createdAt().toEpochMilli(),
                EpochMillis.of(key.expiresAt()),
                EpochMillis.of(key.lastUsedAt()));
    }

    private static ApiKey toKey(ApiKeyRow row) {
        Tier tier = Tier.ofLevel(row.tier())
                .orElseThrow(() -> new IllegalStateException("There is no tier " + row.tier() + ", yet a key has it"));
        String previous = row.previousHash();
        return new ApiKey(
                new ApiKeyId(UUID.fromString(row.id())),
                new ApiKeyName(row.name()),
                new UserId(UUID.fromString(row.creatorId())),
                row.serviceAccount(),
                tier,
                PermissionsText.toPermissions(row.permissions()),
                new SecretHash(row.currentHash()),
                previous == null ? null : new SecretHash(previous),
                EpochMillis.toInstant(row.previousUntil()),
                row.version(),
                Instant.ofEpochMilli(row.createdAt()),
                EpochMillis.toInstant(row.expiresAt()),
                EpochMillis.toInstant(row.lastUsedAt()));
    }
}
