package dev.sallyport.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailuresTest {

    private static final ServerAddress SERVER = new ServerAddress("db.internal");
    private static final int WRITE_CONFLICT = 112;
    private static final int DUPLICATE_KEY = 11000;
    private static final int BAD_VALUE = 2;

    /** Timed out, primary stepped down, write concern failed, interrupted at shutdown, no space, password changed. */
    @ParameterizedTest
    @ValueSource(ints = {50, 189, 64, 11600, 14031, 18, 1})
    void whateverAServerMaySufferIsAnOutage(int code) {
        assertThat(Failures.isOutage(command(code))).isTrue();
        assertThat(Failures.isOutage(bulk(code))).isTrue();
    }

    @Test
    void whateverTheDriverCannotAskIsAnOutage() {
        assertThat(List.of(
                        new MongoTimeoutException("No server"),
                        new MongoNotPrimaryException(new BsonDocument(), SERVER),
                        new IllegalStateException("state should be: open")))
                .allMatch(Failures::isOutage);
    }

    /** A value, a field, a command, an index, a right that the statement should not have or lacks. */
    @ParameterizedTest
    @ValueSource(ints = {BAD_VALUE, 14, 40, 59, 66, 73, 85, 13, 121})
    void aWrongStatementIsNone(int code) {
        assertThat(Failures.isOutage(command(code))).isFalse();
        assertThat(Failures.isOutage(bulk(64, code))).isFalse();
    }

    @Test
    void anAnswerIsNone() {
        assertThat(Failures.isOutage(refused("E11000 duplicate key error"))).isFalse();
        assertThat(Failures.isOutage(bulk(DUPLICATE_KEY, DUPLICATE_KEY))).isFalse();
    }

    @Test
    void whatIsNoFailureOfTheDatabaseIsNone() {
        assertThat(Failures.isOutage(new IllegalArgumentException("A bug"))).isFalse();
    }

    @Test
    void writesThatNoMajorityHasYetAreAnOutage() {
        assertThat(Failures.isOutage(withoutMajority())).isTrue();
        assertThat(Failures.isOutage(withoutMajority(DUPLICATE_KEY))).isTrue();
        assertThat(Failures.isOutage(withoutMajority(BAD_VALUE))).isFalse();
    }

    @Test
    void aWriteThatGaveWayIsUndone() {
        assertThat(Failures.isUndone(command(WRITE_CONFLICT))).isTrue();
        assertThat(Failures.isUndone(command(50))).isFalse();
    }

    @Test
    void theIndexThatRefusedIsRead() {
        assertThat(
                        Failures.refusingIndex(
                                refused(
                                        "E11000 duplicate key error collection: people.users index: email_1 dup key: { email: \"a@b.org\" }")))
                .isEqualTo("email_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duplicate key",
                "E11000 duplicate key error: { email: \" index: username_key_1 dup key\" }",
                "E11000 duplicate key error collection: people.users { email: \" index: username_key_1 dup key\" }"
            })
    void whatAPersonTypedIsNotTakenForAnIndex(String message) {
        assertThat(Failures.refusingIndex(refused(message))).isEmpty();
    }

    @Test
    void aFailureOfAnotherKindNamesNoIndex() {
        assertThat(Failures.refusingIndex(command(DUPLICATE_KEY))).isEmpty();
    }

    private static MongoException command(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
    }

    private static MongoException refused(String message) {
        return new MongoWriteException(new WriteError(DUPLICATE_KEY, message, new BsonDocument()), SERVER);
    }

    private static MongoException bulk(int... codes) {
        return bulk(null, codes);
    }

    private static MongoException withoutMajority(int... codes) {
        return bulk(new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument()), codes);
    }

    private static MongoException bulk(@Nullable WriteConcernError noMajority, int... codes) {
        List<BulkWriteError> errors = Arrays.stream(codes)
                .mapToObj(code -> new BulkWriteError(code, "Failed", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, noMajority, SERVER, Set.of());
    }
}
