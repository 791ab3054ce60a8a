package dev.sallyport.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.ServerAddress;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.sallyport.domain.StoreUnavailableException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Over a client that is never asked: the answers are the tests' own. */
final class MongoTest {

    private static final int WRITE_CONFLICT = 112;
    private static final int BAD_VALUE = 2;

    private final MongoClient client =
            MongoClients.create("mongodb://127.0.0.1:1/people?w=0&readPreference=secondary&readConcernLevel=available");
    private final Mongo mongo = new Mongo(client.getDatabase("people"), Duration.ofMillis(100));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aWriteThatGaveWayIsRunAgain() {
        Iterator<Mono<Integer>> answers = List.<Mono<Integer>>of(
                        failed(WRITE_CONFLICT), failed(WRITE_CONFLICT), Mono.just(42))
                .iterator();

        int answer = mongo.ask(Mono.defer(answers::next));

        assertThat(answer).isEqualTo(42);
    }

    @Test
    void aWriteThatGivesWayAgainAndAgainIsAnOutage() {
        assertThatThrownBy(() -> mongo.ask(failed(WRITE_CONFLICT))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aWrongStatementIsThrownOnWithWhoAsked() {
        assertThatThrownBy(() -> mongo.ask(failed(BAD_VALUE)))
                .isInstanceOf(MongoCommandException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void anAnswerThatDoesNotComeIsAnOutage() {
        assertThatThrownBy(() -> mongo.ask(Mono.never())).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(mongo.find(Mono.empty())).isEmpty();
    }

    @Test
    void anAttemptWithoutAnAnswerIsRepeated() {
        Iterator<Optional<String>> answers =
                List.of(Optional.<String>empty(), Optional.of("answer")).iterator();

        assertThat(Mongo.decide(answers::next)).isEqualTo("answer");
    }

    @Test
    void anAttemptThatNeverHasAnAnswerEnds() {
        assertThatThrownBy(() -> Mongo.decide(Optional::empty)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void whatThePromisesRestOnIsNoMatterOfTheUrl() {
        var users = mongo.collection("users");

        assertThat(users.getWriteConcern().getWString()).isEqualTo("majority");
        assertThat(users.getWriteConcern().getJournal()).isTrue();
        assertThat(users.getWriteConcern().getWTimeout(TimeUnit.MILLISECONDS)).isEqualTo(80);
        assertThat(users.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(users.getReadConcern().getLevel()).hasToString("LOCAL");
    }

    private static <T> Mono<T> failed(int code) {
        MongoException failure = new MongoCommandException(
                new BsonDocument("code", new BsonInt32(code)), new ServerAddress("db.internal"));
        return Mono.error(failure);
    }
}
