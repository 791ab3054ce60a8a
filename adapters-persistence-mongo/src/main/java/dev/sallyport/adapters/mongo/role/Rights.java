package dev.sallyport.adapters.mongo.role;

import static java.util.stream.Collectors.toCollection;

import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Tier;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The fields {@code tier} and {@code permissions}, which roles and API keys have alike. */
public final class Rights {

    static final String TIER = "tier";
    static final String PERMISSIONS = "permissions";

    private Rights() {}

    public static MongoDocument write(MongoDocument document, Tier tier, SortedSet<Permission> permissions) {
        return document.with(TIER, tier.level()).with(PERMISSIONS, names(permissions));
    }

    /** In the order of the names. */
    static List<String> names(SortedSet<Permission> permissions) {
        return permissions.stream().map(Permission::name).toList();
    }

    public static Tier tier(MongoDocument document) {
        int level = Math.toIntExact(document.number(TIER));
        return Tier.ofLevel(level).orElseThrow(() -> new IllegalStateException("There is no tier " + level));
    }

    public static SortedSet<Permission> permissions(MongoDocument document) {
        return document.texts(PERMISSIONS).stream().map(Permission::new).collect(toCollection(TreeSet::new));
    }
}
