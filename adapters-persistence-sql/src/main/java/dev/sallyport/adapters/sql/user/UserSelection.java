package dev.sallyport.adapters.sql.user;

import static dev.sallyport.adapters.sql.SteeredColumns.unindexed;
import static java.util.stream.Collectors.joining;

import dev.sallyport.adapters.sql.Clause;
import dev.sallyport.adapters.sql.SqlDialect;
import dev.sallyport.adapters.sql.SteeredColumns;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements that ask for the accounts a filter fits. Their form settles which index serves them, whatever a planner believes of
 * the accounts: one that goes from id to id and leaves out what does not fit may go past half a million to find twenty.
 */
final class UserSelection {

    private static final List<UserStatus> ALL_BUT_DELETED = Arrays.stream(UserStatus.values())
            .filter(status -> status != UserStatus.DELETED)
            .toList();

    private static final List<String> NAMES = List.of("email", "username_key", "display_name_key");

    /** The greatest that every dialect takes for a limit. */
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final String listedId;

    UserSelection(SqlDialect dialect) {
        this.listedId = SteeredColumns.listedId(dialect);
    }

    /**
     * Whole rows, newest first, along the list. Finds their ids first, in an index that has them in order, and then reads only the rows
     * it answers: a LEFT JOIN, because every planner begins one on its left. A prefix is compared with everybody who is passed.
     */
    Clause page(UserFilter filter, int max) {
        return Clause.of("SELECT users.* FROM (")
                .then(newest(filter, max))
                .then(Clause.of(
                        " ORDER BY id DESC LIMIT ?) AS page LEFT JOIN users ON users.id = page.id ORDER BY page.id DESC",
                        max));
    }

    /** Who has so many accounts above them, themselves included, in the list that a filter fits; none if it is shorter. */
    Clause idAt(UserFilter filter, int place) {
        return Clause.of("SELECT id FROM (")
                .then(newest(filter, place))
                .then(Clause.of(") AS newest ORDER BY id DESC LIMIT 1 OFFSET ?", place - 1));
    }

    /**
     * Whole rows, newest first, by the names that begin with a prefix: a row of nulls if none fits, and no row at all if there are
     * {@code most} such names or more. Reads no more of them than that, of each kind of name.
     */
    Clause named(SearchPrefix prefix, UserFilter filter, int most, int max) {
        return Clause.of("SELECT users.* FROM (SELECT COUNT(*) AS total FROM (")
                .then(Clause.joined(
                        " UNION ALL ",
                        NAMES.stream()
                                .map(name -> Clause.of("SELECT * FROM (")
                                        .then(beginning(name, name, prefix, most))
                                        .then(Clause.of(") AS one")))))
                .then(Clause.of(") AS every) AS names LEFT JOIN ("))
                .then(fitting(prefix, filter, most))
                .then(Clause.of(
                        " ORDER BY id DESC LIMIT ?) AS page ON 1 = 1 LEFT JOIN users ON users.id = page.id"
                                + " WHERE names.total < ? ORDER BY page.id DESC",
                        max,
                        most));
    }

    Clause count(UserFilter filter) {
        SearchPrefix prefix = filter.prefix();
        return prefix == null
                ? Clause.of("SELECT COUNT(*) FROM users WHERE ").then(fits(filter, listedId))
                : Clause.of("SELECT COUNT(*) FROM (")
                        .then(fitting(prefix, filter, NO_LIMIT))
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
                filter.role() == null ? Stream.of("status", listedId) : Stream.of("role_name", "status", listedId);
        return Clause.of("SELECT id FROM (SELECT id FROM users WHERE ")
                .then(fits(filter, listedId))
                .then(begins(filter.prefix()))
                .then(Clause.of(order.collect(joining(" DESC, ", " ORDER BY ", " DESC"))))
                .then(Clause.of(" LIMIT ?) AS newest", max));
    }

    private static Clause begins(@Nullable SearchPrefix prefix) {
        return prefix == null
                ? Clause.of("")
                : Clause.of(" AND (")
                        .then(Clause.joined(" OR ", NAMES.stream().map(name -> within(unindexed(name), prefix))))
                        .then(Clause.of(")"));
    }

    /**
     * An account once, though several of its names begin so. What else the filter says is asked of the first {@code most} only, or the
     * database would go on to read those whom it leaves out.
     */
    private static Clause fitting(SearchPrefix prefix, UserFilter filter, int most) {
        return Clause.joined(
                " UNION ",
                NAMES.stream()
                        .map(name -> Clause.of("SELECT id FROM (")
                                .then(beginning("id, status, role_name", name, prefix, most))
                                .then(Clause.of(") AS named WHERE "))
                                .then(fits(filter, "id"))));
    }

    private static Clause beginning(String columns, String name, SearchPrefix prefix, int most) {
        return Clause.of("SELECT " + columns + " FROM users WHERE ")
                .then(within(name, prefix))
                .then(Clause.of(" LIMIT ?", most));
    }

    private static Clause within(String name, SearchPrefix prefix) {
        return Clause.of("(" + name + " >= ? AND " + name + " < ?)", prefix.value(), prefix.end());
    }

    /** What a filter says but for the prefix. */
    private static Clause fits(UserFilter filter, String id) {
        Clause status = Clause.joined(", ", statuses(filter).map(one -> Clause.of("?", one.name())));
        Stream<Optional<Clause>> conditions = Stream.of(
                Optional.of(Clause.of("status IN (").then(status).then(Clause.of(")"))),
                Optional.ofNullable(filter.role()).map(role -> Clause.of("role_name = ?", role.value())),
                Optional.ofNullable(filter.from()).map(from -> Clause.of(id + " >= ?", from.toString())),
                Optional.ofNullable(filter.below()).map(below -> Clause.of(id + " < ?", below.toString())));
        return Clause.joined(" AND ", conditions.flatMap(Optional::stream));
    }

    private static Stream<UserStatus> statuses(UserFilter filter) {
        UserStatus only = filter.status();
        return only == null ? ALL_BUT_DELETED.stream() : Stream.of(only);
    }
}
