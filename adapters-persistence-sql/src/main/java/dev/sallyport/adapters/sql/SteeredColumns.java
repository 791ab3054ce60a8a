package dev.sallyport.adapters.sql;

/** Forms of a column that mean the same and leave a planner no choice, whatever it believes of the rows. */
public final class SteeredColumns {

    private SteeredColumns() {}

    /** An id as the indexes for lists have it. On PostgreSQL the primary key has it in another form, so that no list is read along that. */
    public static String listedId(SqlDialect dialect) {
        return dialect == SqlDialect.POSTGRESQL ? "(id COLLATE \"POSIX\")" : "id";
    }

    /** As no index has it: it is compared row by row, and never looked up. */
    public static String unindexed(String column) {
        return "CONCAT(" + column + ", '')";
    }
}
