package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.concurrent.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

/** Where a server answers, it is mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
final class MongoStartFailureTest {

    @Test
    void aServerThatIsNotThere() {
        try (Relay relay = Relay.to(TestServer.mongo().address())) {
            relay.refuse();

            assertThat(explanation(
                            "mongodb://127.0.0.1:" + relay.address().getPort() + "/people?readPreference=nearest"))
                    .isEqualTo(
                            "The MongoDB mongodb://127.0.0.1:" + relay.address().getPort()
                                    + "/people cannot be reached; check its address and that it runs.");
        }
    }

    @Test
    void aServerThatIsSilent() {
        try (Relay relay = Relay.to(TestServer.mongo().address())) {
            relay.stall();

            assertThat(explanation("mongodb://127.0.0.1:" + relay.address().getPort()))
                    .contains("; check ");
        }
    }

    @Test
    void aNameThatHasNoAddress() {
        assertThat(explanation("mongodb://ada:secret@nowhere.invalid/people"))
                .isEqualTo("The MongoDB mongodb://nowhere.invalid/people cannot be reached;"
                        + " check its address and that it runs.");
    }

    @Test
    void aServerThatIsTooOld() {
        MongoServer old = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_4_0));
        try {
            old.bind("127.0.0.1", 0);
            String url = "mongodb://127.0.0.1:" + old.getLocalAddress().getPort() + "/people";

            assertThat(explanation(url))
                    .isEqualTo(
                            "The MongoDB " + url
                                    + " has version 4.0.0, and the oldest that will do is 5.0; upgrade it, or name another one.");
        } finally {
            old.shutdownNow();
        }
    }

    @Test
    void documentsOfANewerVersion() {
        String url = TestServer.mongo().freshUrl();
        try (MongoUnderTest mongo = MongoUnderTest.at(url)) {
            Mongo accounts = mongo.context().getBean(Mongo.class, Qualifiers.byName(MongoProperties.ACCOUNTS));
            accounts.ask(accounts.collection("schema").updateOne(eq("_id", "schema"), set("version", 3L)));
        }

        assertThat(explanation(url))
                .startsWith("The MongoDB mongodb://")
                .endsWith(
                        " was last used by a newer version (its documents have version 3, this one knows those up to 2);"
                                + " start the version that last used it, or restore a backup.");
    }

    @Test
    void aPasswordThatIsWrong() {
        MongoCredential ada = MongoCredential.createCredential("ada", "admin", "secret".toCharArray());

        assertThat(explained(new MongoSecurityException(ada, "Exception authenticating")))
                .isEqualTo(
                        "The MongoDB mongodb://db.internal/people refuses the user name or the password; check both.");
    }

    @Test
    void aUserWhoMayTooLittle() {
        assertThat(explained(command(13)))
                .isEqualTo(
                        "The MongoDB mongodb://db.internal/people does not let this user make collections and indexes;"
                                + " give it the role readWrite on the database.");
    }

    @Test
    void whateverElseTheServerSays() {
        assertThat(explained(command(14031)))
                .isEqualTo("The MongoDB mongodb://db.internal/people cannot be used (code 14031); its log says why.");
    }

    @Test
    void anAnswerThatNeverCame() {
        RuntimeException late = new StoreUnavailableException("MongoDB", new TimeoutException());

        assertThat(MongoStartFailure.explained(late, "mongodb://db.internal"))
                .hasMessage("The MongoDB mongodb://db.internal does not answer in time;"
                        + " check that it runs and is not overloaded.");
    }

    @Test
    void theFailureOfAnotherMongoIsNotExplained() {
        Throwable failure = catchThrowable(() -> MongoUnderTest.at("mongodb://nowhere.invalid/people"));

        assertThat(MongoStartFailure.explain(failure, "mongodb://nowhere.invalid/sessions"))
                .isEmpty();
    }

    @Test
    void whatMongoDidNotCauseIsNotExplained() {
        assertThat(MongoStartFailure.explain(new IllegalStateException("Something else"), "mongodb://db.internal"))
                .isEmpty();
    }

    private static String explanation(String url) {
        Throwable failure = catchThrowable(() -> MongoUnderTest.at(url).close());
        return MongoStartFailure.explain(failure, url).orElseThrow();
    }

    private static String explained(MongoException cause) {
        return MongoStartFailure.explain(
                        new IllegalStateException(new StoreUnavailableException("MongoDB", cause)),
                        "mongodb://ada:secret@db.internal/people?tls=true")
                .orElseThrow();
    }

    private static MongoException command(int code) {
        return new MongoCommandException(
                new BsonDocument("code", new BsonInt32(code)), new ServerAddress("db.internal"));
    }
}
