package dev.sallyport.adapters.sql.user;

import static java.util.stream.Collectors.joining;

import dev.sallyport.adapters.sql.Clause;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The statements that ask for the accounts a filter fits. Their form settles which index serves them, whatever a planner believes of
 * the accounts: one that goes from id to id and leaves out what does not fit may go past half a million to find twenty.
 */
final class UserSelection {

    private static final List<UserStatus> ALL_BUT_DELETED = Arrays.stream(UserStatus.values())
            .filter(status -> status != UserStatus.DELETED)
            .toList();

    private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

    private final SqlDialect dialect;

    UserSelection(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Whole rows, newest first. Finds their ids first, in an index that has them in order, and then reads only the rows it answers: a
     * LEFT JOIN, because every planner begins one on its left.
     */
    Clause page(UserFilter filter, int max) {
        SearchPrefix prefix = filter.prefix();
        return Clause.of("SELECT users.* FROM (")
                .then(prefix == null ? newest(filter, max) : named(prefix, filter))
                .then(Clause.of(
                        " ORDER BY id DESC LIMIT ?) AS page LEFT JOIN users ON users.id = page.id ORDER BY page.id DESC",
                        max));
    }

    Clause count(UserFilter filter) {
        SearchPrefix prefix = filter.prefix();
        return prefix == null
                ? Clause.of("SELECT COUNT(*) FROM users WHERE ").then(fits(filter, this::indexed))
                : Clause.of("SELECT COUNT(*) FROM (")
                        .then(named(prefix, filter))
                        .then(Clause.of(") AS named"));
    }

    /** As many of each status as are wanted in all: in the index, ids are in order for one status at a time. */
    private Clause newest(UserFilter filter, int max) {
        return Clause.joined(
                " UNION ALL ", statuses(filter).map(status -> newestOfOneStatus(filter.with(status), max)));
    }

    /** Ordered by what is the same in all of them too: H2 then reads along the index and stops after {@code max}. */
    private Clause newestOfOneStatus(UserFilter filter, int max) {
        Stream<String> order =
                filter.role() == null ? Stream.of("status", "id") : Stream.of("role_name", "status", "id");
        return Clause.of("SELECT id FROM (SELECT id FROM users WHERE ")
                .then(fits(filter, this::indexed))
                .then(Clause.of(order.map(this::indexed).collect(joining(" DESC, ", " ORDER BY ", " DESC"))))
                .then(Clause.of(" LIMIT ?) AS newest", max));
    }

    /** An account once, though several of its names begin so. */
    private Clause named(SearchPrefix prefix, UserFilter filter) {
        return Clause.joined(
                " UNION ",
                Stream.of("email", "username_key", "display_name_key").map(name -> named(name, prefix, filter)));
    }

    private Clause named(String name, SearchPrefix prefix, UserFilter filter) {
        String begins = "SELECT id FROM users WHERE " + indexed(name) + " >= ? AND " + indexed(name) + " < ? AND ";
        return Clause.of(begins, prefix.value(), firstAfter(prefix)).then(fits(filter, UserSelection::unindexed));
    }

    /** What a filter says but for the prefix. */
    private static Clause fits(UserFilter filter, UnaryOperator<String> column) {
        Clause status = Clause.joined(", ", statuses(filter).map(one -> Clause.of("?", one.name())));
        Stream<Optional<Clause>> conditions = Stream.of(
                Optional.of(
                        Clause.of(column.apply("status") + " IN (").then(status).then(Clause.of(")"))),
                Optional.ofNullable(filter.role())
                        .map(role -> Clause.of(column.apply("role_name") + " = ?", role.value())),
                Optional.ofNullable(filter.from())
                        .map(from -> Clause.of(column.apply("id") + " >= ?", from.toString())),
                Optional.ofNullable(filter.below())
                        .map(below -> Clause.of(column.apply("id") + " < ?", below.toString())));
        return Clause.joined(" AND ", conditions.flatMap(Optional::stream));
    }

    private static Stream<UserStatus> statuses(UserFilter filter) {
        UserStatus only = filter.status();
        return only == null ? ALL_BUT_DELETED.stream() : Stream.of(only);
    }

    /**
     * As the indexes for lists have it: byte by byte, which on PostgreSQL has to be said. There it also keeps the planner from the
     * primary key, which has ids in another collation.
     */
    private String indexed(String column) {
        return dialect == SqlDialect.POSTGRESQL ? "(" + column + " COLLATE \"C\")" : column;
    }

    /** As no index has it, so that names alone are looked up. SQLite, for one, would rather look up a status. */
    private static String unindexed(String column) {
        return "CONCAT(" + column + ", '')";
    }

    /**
     * The least text that is greater than all that begin so, by code points and, for the characters that names have, by the UTF-16
     * units that H2 compares. Nothing is beyond the last code point, with which no name goes on.
     */
    private static String firstAfter(SearchPrefix prefix) {
        String text = prefix.value();
        int last = text.codePointBefore(text.length());
        int next = last == LAST_BEFORE_SURROGATES
                ? Character.MAX_SURROGATE + 1
                : Math.min(last + 1, Character.MAX_CODE_POINT);
        return text.substring(0, text.length() - Character.charCount(last)) + Character.toString(next);
    }
}
