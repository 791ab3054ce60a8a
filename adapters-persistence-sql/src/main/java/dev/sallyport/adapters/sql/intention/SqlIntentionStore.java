package dev.sallyport.adapters.sql.intention;

import static java.util.stream.Collectors.joining;

import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Intentions in the one row of the table {@code intentions}: who inserts it was first, and from then on the row count of a conditional
 * UPDATE decides.
 */
@Singleton
@Bean(typed = SqlIntentionStore.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlIntentionStore implements IntentionStore {

    private static final String ID = "intentions";

    private final IntentionRows rows;

    SqlIntentionStore(IntentionRows rows) {
        this.rows = rows;
    }

    @Override
    public Intentions read() {
        return Sql.ask(() -> rows.findById(ID))
                .map(SqlIntentionStore::toIntentions)
                .orElse(Intentions.NONE);
    }

    @Override
    public boolean replace(Intentions expected, Intentions next) {
        IntentionRow row = toRow(next);
        return expected.version() == Intentions.NONE.version()
                ? Sql.insert(() -> rows.insert(row))
                : Sql.ask(() -> rows.replace(row.id(), expected.version(), row.version(), row.announced())) == 1;
    }

    private static IntentionRow toRow(Intentions intentions) {
        String announced = intentions.since().entrySet().stream()
                .map(one -> one.getValue().toEpochMilli() + " " + one.getKey().text())
                .collect(joining("\n"));
        return new IntentionRow(ID, intentions.version(), announced);
    }

    private static Intentions toIntentions(IntentionRow row) {
        SortedMap<Intention, Instant> since = new TreeMap<>();
        row.announced().lines().forEach(line -> {
            int space = line.indexOf(' ');
            Instant at = Instant.ofEpochMilli(Long.parseLong(line.substring(0, space)));
            since.put(Intention.of(line.substring(space + 1)), at);
        });
        return new Intentions(row.version(), since);
    }
}
