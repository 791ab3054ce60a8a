package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.paging.ListQuery;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts a query asks for. */
final class UserListQuery {

    private UserListQuery() {}

    static ListQuery of(HttpRequest<?> request) {
        return ListQuery.of(request, "role", "status", "q", "created_after", "created_before", "include");
    }

    static UserFilter filter(ListQuery query) {
        return new UserFilter(
                read(query, "role", RoleName::parse),
                read(query, "status", UserListQuery::status),
                read(query, "q", SearchPrefix::parse),
                // The first id that does not belong to that millisecond any more
                query.instant("created_after")
                        .map(after -> UserId.firstAt(after.plusMillis(1)))
                        .orElse(null),
                query.instant("created_before").map(UserId::firstAt).orElse(null));
    }

    /** Whether the total is wanted as well; there is nothing else to include. */
    static boolean isCounted(ListQuery query) {
        return read(query, "include", included -> Optional.of(included).filter("total"::equals)) != null;
    }

    private static <T> @Nullable T read(ListQuery query, String name, Function<String, Optional<T>> reader) {
        return query.text(name)
                .map(text -> reader.apply(text).orElseThrow(() -> ProblemException.invalid(name)))
                .orElse(null);
    }

    private static Optional<UserStatus> status(String text) {
        return Stream.of(UserStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
