package dev.sallyport.adapters.mongo.role;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.mongo.Written;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

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
    public boolean add(Role role) {
        return mongo.insert(roles.insertOne(toDocument(role).bson()));
    }

    @Override
    public boolean replace(Role expected, Role next) {
        return mongo.ask(roles.replaceOne(still(expected), toDocument(next).bson()))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean remove(Role expected) {
        return mongo.ask(roles.deleteOne(still(expected))).getDeletedCount() == 1;
    }

    @Override
    public Optional<Role> find(RoleName name) {
        return mongo.find(roles.find(eq(MongoDocument.ID, name.value())).first())
                .map(MongoDocument::of)
                .map(MongoRoleStore::toRole);
    }

    @Override
    public List<Role> list() {
        return mongo.all(roles.find().sort(orderBy(descending(Rights.TIER), ascending(MongoDocument.ID)))).stream()
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

    /** The definition, if it still has this content. An array equals one with the same elements in the same order. */
    private static Bson still(Role expected) {
        return and(
                eq(MongoDocument.ID, expected.name().value()),
                eq(Rights.TIER, expected.tier().level()),
                eq(Rights.PERMISSIONS, Rights.names(expected.permissions())));
    }

    private static MongoDocument toDocument(Role role) {
        return Rights.write(MongoDocument.withId(role.name().value()), role.tier(), role.permissions());
    }

    private static Role toRole(MongoDocument document) {
        return new Role(new RoleName(document.id()), Rights.tier(document), Rights.permissions(document));
    }
}
