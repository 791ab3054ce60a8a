package dev.sallyport.adapters.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.sallyport.domain.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.bson.BsonDocument;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs statements on one database, each atomic by itself, waits for their answers no longer than the time-out, and says what a failure
 * means: the database could not be asked ({@link StoreUnavailableException}), a unique index refused (an answer), or the statement is
 * wrong (a bug, thrown on).
 *
 * <p>A write is acknowledged when a majority of the replica set has it in its journal, so it survives the loss of power and of a
 * minority; on a standalone server, when that server has. Reads go to the primary, which has every acknowledged write. Whatever the
 * URL says: the stores' promises rest on both.
 */
public final class Mongo {

    static final String NAME = "MongoDB";

    /** Enough for any race that can be lost again and again by chance; beyond it something is wrong. */
    private static final int TRIES = 16;

    private static final int PAGE = 500;

    private final MongoDatabase database;
    private final Duration timeout;

    Mongo(MongoDatabase database, Duration timeout) {
        this.database = database.withWriteConcern(durable(timeout))
                .withReadPreference(ReadPreference.primary())
                // Majority would show older states after a failover, until the new primary has committed something
                .withReadConcern(ReadConcern.LOCAL);
        this.timeout = timeout;
    }

    /** Gives up on the majority before the driver gives up on the answer, and with it on the connection. */
    private static WriteConcern durable(Duration timeout) {
        return WriteConcern.MAJORITY.withJournal(true).withWTimeout(timeout.toMillis() * 4 / 5, TimeUnit.MILLISECONDS);
    }

    public MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    BsonDocument command(BsonDocument command) {
        return ask(database.runCommand(command, BsonDocument.class));
    }

    void makeIndexes(String collection, List<IndexModel> indexes) {
        run(Flux.from(collection(collection).createIndexes(indexes)).collectList());
    }

    /**
     * Runs a statement that has one answer.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public <T> T ask(Publisher<T> statement) {
        return run(Mono.from(statement).single());
    }

    /**
     * Reads one document that may not be there.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public <T> Optional<T> find(Publisher<T> statement) {
        return run(Mono.from(statement).singleOptional());
    }

    /**
     * Reads the first {@code max} documents of a query in one batch, which holds 16 MB.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public <T> List<T> first(int max, FindPublisher<T> query) {
        // A limit below zero says so; one of zero would be none
        return max < 1
                ? List.of()
                : run(Flux.from(query.limit(-max).batchSize(max)).collectList());
    }

    /**
     * Reads all documents of a query, in one round trip unless there are more than anybody expects.
     *
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public <T> List<T> all(FindPublisher<T> query) {
        return run(Flux.from(query.batchSize(PAGE)).collectList());
    }

    /**
     * Runs an insert.
     *
     * @return whether the document was written; false if a unique index refused
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public boolean insert(Publisher<InsertOneResult> statement) {
        return write(statement, inserted -> 1) instanceof Written.Done;
    }

    /**
     * Inserts documents one after the other, up to the first that a unique index refuses.
     *
     * @return whether all were written
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public boolean insertInOrder(MongoCollection<BsonDocument> collection, List<MongoDocument> documents) {
        try {
            ask(collection.insertMany(
                    documents.stream().map(MongoDocument::bson).toList(), new InsertManyOptions().ordered(true)));
            return true;
        } catch (MongoBulkWriteException e) {
            if (!Failures.isTaken(e)) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Runs a write that a unique index may refuse.
     *
     * @param documents how many it wrote
     * @throws StoreUnavailableException if the database could not be asked or its answer did not arrive
     */
    public <T> Written write(Publisher<T> statement, ToLongFunction<T> documents) {
        try {
            return new Written.Done(documents.applyAsLong(ask(statement)));
        } catch (MongoException e) {
            if (!Failures.isTaken(e)) {
                throw e;
            }
            return new Written.Refused(Failures.refusingIndex(e));
        }
    }

    /**
     * Repeats {@code attempt} until it has an answer. It has none when what stood in its way was gone again as it looked.
     *
     * @throws StoreUnavailableException if there is none after {@value #TRIES} attempts, which no race is likely to explain
     */
    public static <T> T decide(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < TRIES; i++) {
            Optional<T> answer = attempt.get();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw unavailable(new IllegalStateException("No answer in " + TRIES + " attempts"));
    }

    private <T> T run(Mono<T> statement) {
        for (int attempt = 1; ; attempt++) {
            try {
                return await(statement);
            } catch (RuntimeException e) {
                if (!Failures.isOutage(e)) {
                    throw e;
                }
                if (!Failures.isUndone(e) || attempt == TRIES) {
                    throw unavailable(e);
                }
            }
        }
    }

    private <T> T await(Mono<T> statement) {
        CompletableFuture<T> answer = statement.toFuture();
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw Failures.askedHere(e);
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static StoreUnavailableException unavailable(Exception cause) {
        return new StoreUnavailableException(NAME, cause);
    }
}
