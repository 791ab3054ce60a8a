package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Updates.combine;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A document with the kinds of values that ours have. What is null is left out, because a sparse index has no place for a field only
 * where there is none; instants are dates of BSON, in milliseconds.
 *
 * <p>Reading a field that is not there, or is of another kind, throws: somebody else wrote it.
 */
public final class MongoDocument {

    public static final String ID = "_id";

    private final BsonDocument bson;

    private MongoDocument(BsonDocument bson) {
        this.bson = bson;
    }

    public static MongoDocument withId(String id) {
        return new MongoDocument(new BsonDocument()).with(ID, id);
    }

    public static MongoDocument of(BsonDocument bson) {
        return new MongoDocument(bson);
    }

    public BsonDocument bson() {
        return bson;
    }

    /**
     * The update that makes a document this one, but for its id.
     *
     * @param optional fields that are taken away where this one has none
     * @param leftAlone a field that is none of the update's business
     */
    public Bson asUpdate(List<String> optional, String leftAlone) {
        BsonDocument set = bson.clone();
        set.remove(ID);
        set.remove(leftAlone);
        List<String> gone =
                optional.stream().filter(field -> !set.containsKey(field)).toList();
        Bson unset = combine(gone.stream().map(Updates::unset).toList());
        return combine(new BsonDocument("$set", set), unset);
    }

    public MongoDocument with(String field, @Nullable String text) {
        return text == null ? this : with(field, new BsonString(text));
    }

    public MongoDocument with(String field, @Nullable Instant instant) {
        return instant == null ? this : with(field, new BsonDateTime(instant.toEpochMilli()));
    }

    public MongoDocument with(String field, long number) {
        return with(field, new BsonInt64(number));
    }

    public MongoDocument with(String field, boolean flag) {
        return with(field, BsonBoolean.valueOf(flag));
    }

    public MongoDocument with(String field, Collection<String> texts) {
        return with(field, new BsonArray(texts.stream().map(BsonString::new).toList()));
    }

    public MongoDocument with(String field, Map<String, String> texts) {
        BsonDocument inner = new BsonDocument();
        texts.forEach((name, text) -> inner.append(name, new BsonString(text)));
        return with(field, inner);
    }

    public MongoDocument withDocuments(String field, List<MongoDocument> inner) {
        return with(field, new BsonArray(inner.stream().map(MongoDocument::bson).toList()));
    }

    private MongoDocument with(String field, BsonValue value) {
        bson.append(field, value);
        return this;
    }

    public String id() {
        return text(ID);
    }

    public String text(String field) {
        return bson.getString(field).getValue();
    }

    public Optional<String> textIfAny(String field) {
        return bson.containsKey(field) ? Optional.of(text(field)) : Optional.empty();
    }

    public Instant instant(String field) {
        return Instant.ofEpochMilli(bson.getDateTime(field).getValue());
    }

    public Optional<Instant> instantIfAny(String field) {
        return bson.containsKey(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    public long number(String field) {
        return bson.getNumber(field).longValue();
    }

    public boolean flag(String field) {
        return bson.getBoolean(field).getValue();
    }

    public List<String> texts(String field) {
        return bson.getArray(field).stream()
                .map(text -> text.asString().getValue())
                .toList();
    }

    public List<MongoDocument> documents(String field) {
        return bson.getArray(field).stream()
                .map(inner -> MongoDocument.of(inner.asDocument()))
                .toList();
    }

    public Map<String, String> textsByName(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        bson.getDocument(field)
                .forEach((name, text) -> texts.put(name, text.asString().getValue()));
        return texts;
    }
}
