package dev.sallyport.adapters.sql;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of SQL, and the values for its question marks in their order. What comes from outside is a value, never a piece. */
public record Clause(String sql, List<@Nullable Object> values) {

    public static Clause of(String sql, @Nullable Object... values) {
        return new Clause(sql, Arrays.asList(values));
    }

    public static Clause joined(String separator, Stream<Clause> clauses) {
        List<Clause> all = clauses.toList();
        List<@Nullable Object> values = new ArrayList<>();
        all.forEach(clause -> values.addAll(clause.values()));
        return new Clause(all.stream().map(Clause::sql).collect(joining(separator)), values);
    }

    public Clause then(Clause next) {
        return joined("", Stream.of(this, next));
    }

    void bindTo(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
