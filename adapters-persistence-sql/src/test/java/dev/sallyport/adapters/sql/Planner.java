package dev.sallyport.adapters.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a database is asked for its plans, and what a plan looks like that goes through a whole table. */
public enum Planner {
    H2("H2", SqlDialect.H2, "ANALYZE", "EXPLAIN ", "/\\* public\\.[\\w.]+ \\*/"),
    SQLITE("SQLite", SqlDialect.SQLITE, "PRAGMA optimize", "EXPLAIN QUERY PLAN ", "scan %s"),
    POSTGRESQL(
            "PostgreSQL",
            SqlDialect.POSTGRESQL,
            "ANALYZE %s",
            "EXPLAIN ",
            "scan [^\\n]*on %s[^\\n]*\\n(?![^\\n]*(index|recheck) cond)"),
    MARIADB("MariaDB", SqlDialect.MARIADB, "ANALYZE TABLE %s", "EXPLAIN ", "table=%s,[^\\n]* type=(ALL|index),"),
    MYSQL("MySQL", SqlDialect.MYSQL, "ANALYZE TABLE %s", "EXPLAIN ", "table=%s,[^\\n]* type=(ALL|index),");

    private final String backend;
    private final SqlDialect dialect;
    private final String analyze;
    private final String explain;
    private final String wholeTable;

    Planner(String backend, SqlDialect dialect, String analyze, String explain, String wholeTable) {
        this.backend = backend;
        this.dialect = dialect;
        this.analyze = analyze;
        this.explain = explain;
        this.wholeTable = wholeTable;
    }

    /** As {@link SqlDatabase#fresh} calls it. */
    public String backend() {
        return backend;
    }

    public SqlDialect dialect() {
        return dialect;
    }

    /** Has the database look at what is in a table. */
    public void analyze(SqlDatabase database, String table) {
        database.execute(analyze.formatted(table));
    }

    /** What the database says it would do, in lower case. */
    public String plan(SqlDatabase database, Clause clause) {
        return String.join("\n", database.rows(explain + clause.sql(), clause.values()))
                .toLowerCase(Locale.ROOT);
    }

    /** Part of a plan that does not look anything up in a table. */
    public Pattern wholeTable(String table) {
        return Pattern.compile(wholeTable.formatted(table));
    }
}
