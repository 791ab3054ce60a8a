package dev.sallyport.adapters.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a filter means in the collection {@code users}, to be read by id downwards.
 *
 * <p>Without a prefix one index has role, status and id in this order: of the three states that are not deleted MongoDB reads a stretch
 * each and merges them as they are sorted (its manual, "The ESR Guideline", of {@code $in} with less than 201 elements), so that a page
 * reads no more than it returns, wherever it begins. With a prefix MongoDB has two ways, the stretches of three indexes put together and
 * sorted, or the walk down the ids past whom the prefix does not fit. It runs both side by side and keeps to the one that is done first,
 * until that one disappoints ("Query Plans"): neither a rare beginning nor a frequent one costs more than a few times the better way.
 */
final class UserQuery {

    /** Named one by one, because an index finds what is one of these and not what is not that. */
    private static final List<String> ALL_BUT_DELETED = EnumSet.complementOf(EnumSet.of(UserStatus.DELETED)).stream()
            .map(UserStatus::name)
            .toList();

    private UserQuery() {}

    static Bson of(UserFilter filter) {
        List<Bson> all = new ArrayList<>();
        RoleName role = filter.role();
        if (role != null) {
            all.add(eq("role_name", role.value()));
        }
        all.add(has(filter.status()));
        UserId from = filter.from();
        if (from != null) {
            all.add(gte(MongoDocument.ID, from.toString()));
        }
        UserId below = filter.below();
        if (below != null) {
            all.add(lt(MongoDocument.ID, below.toString()));
        }
        SearchPrefix prefix = filter.prefix();
        if (prefix != null) {
            all.add(beginsWith(prefix));
        }
        return and(all);
    }

    private static Bson has(@Nullable UserStatus status) {
        return status == null ? in("status", ALL_BUT_DELETED) : eq("status", status.name());
    }

    /** A range for each name, and no pattern: each is a stretch of that name's index, whatever characters the prefix has. */
    private static Bson beginsWith(SearchPrefix prefix) {
        return or(Stream.of("email", "username_key", "display_name_key")
                .map(name -> and(gte(name, prefix.value()), lt(name, prefix.end())))
                .toList());
    }
}
