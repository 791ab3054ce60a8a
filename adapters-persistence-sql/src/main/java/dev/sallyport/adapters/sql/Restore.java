package dev.sallyport.adapters.sql;

import dev.sallyport.domain.StoreUnavailableException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes rows that come from another database. */
public final class Restore {

    private Restore() {}

    /**
     * Writes those whose key is not there yet. Looks first, because what is there is usually all of a batch or nothing of it; when
     * somebody else restores the same rows meanwhile, goes through them one by one.
     *
     * @throws IllegalStateException if a row cannot stand beside what is there
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public static <R> void into(CarriedRows<R> table, List<R> rows, Function<R, String> key) {
        List<R> absent = absent(table, rows, key);
        if (!absent.isEmpty() && !Sql.insert(() -> table.insertAll(absent))) {
            absent.forEach(row -> insert(table, row, key));
        }
    }

    private static <R> void insert(CarriedRows<R> table, R row, Function<R, String> key) {
        if (!Sql.insert(() -> table.insert(row))
                && !absent(table, List.of(row), key).isEmpty()) {
            throw new IllegalStateException("Another record stands in the way of " + row);
        }
    }

    private static <R> List<R> absent(CarriedRows<R> table, List<R> rows, Function<R, String> key) {
        if (rows.isEmpty()) {
            return rows;
        }
        Set<String> present =
                Sql.ask(() -> table.findKeys(rows.stream().map(key).toList()));
        return rows.stream().filter(row -> !present.contains(key.apply(row))).toList();
    }
}
