package dev.sallyport.adapters.mongo.role;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static java.util.stream.Collectors.toCollection;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.mongo.Written;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Definitions of roles in the collection {@code roles}, each whole in one document. */
@Singleton
@Bean(typed = MongoRoleStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoRoleStore implements RoleStore, Holdings<Role> {

    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> roles;
    private final MongoHoldings<Role> holdings;

    MongoRoleStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.roles = mongo.collection("roles");
        this.holdings = new MongoHoldings<>(mongo, roles, MongoRoleStore::toDocument, MongoRoleStore::toRole);
    }

    @Override
    public void define(Role role) {
        Mongo.decide(() -> tryDefine(role));
    }

    /** No answer when somebody else defined the name while this call found none to replace. */
    private Optional<Role> tryDefine(Role role) {
        MongoDocument document = toDocument(role);
        Written written = mongo.write(
                roles.replaceOne(eq(MongoDocument.ID, document.id()), document.bson(), OR_INSERT), replaced -> 1);
        return written instanceof Written.Done ? Optional.of(role) : Optional.empty();
    }

    @Override
    public Optional<Role> find(RoleName name) {
        return mongo.find(roles.find(eq(MongoDocument.ID, name.value())).first())
                .map(MongoDocument::of)
                .map(MongoRoleStore::toRole);
    }

    @Override
    public List<Role> list() {
        return mongo.all(roles.find().sort(orderBy(descending("tier"), ascending(MongoDocument.ID)))).stream()
                .map(MongoDocument::of)
                .map(MongoRoleStore::toRole)
                .toList();
    }

    @Override
    public String idOf(Role role) {
        return holdings.idOf(role);
    }

    @Override
    public Stream<Role> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<Role> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static MongoDocument toDocument(Role role) {
        return MongoDocument.withId(role.name().value())
                .with("tier", role.tier().level())
                .with(
                        "permissions",
                        role.permissions().stream().map(Permission::name).toList());
    }

    private static Role toRole(MongoDocument document) {
        int level = Math.toIntExact(document.number("tier"));
        Tier tier = Tier.ofLevel(level)
                .orElseThrow(() -> new IllegalStateException("There is no tier " + level + ", yet a role has it"));
        TreeSet<Permission> permissions =
                document.texts("permissions").stream().map(Permission::new).collect(toCollection(TreeSet::new));
        return new Role(new RoleName(document.id()), tier, permissions);
    }
}
