package dev.sallyport.adapters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the driver's exceptions mean. The codes are those of MongoDB's error_codes.yml; few have a type of their own. */
final class Failures {

    private static final int WRITE_CONFLICT = 112;

    /** The message names the index before it quotes the key, which may hold anything. */
    private static final Pattern REFUSING_INDEX = Pattern.compile("^E11000 [^{]*? index: (?<name>[^ {]+) dup key");

    private Failures() {}

    /** Whether a unique index refused. */
    static boolean isTaken(MongoException e) {
        return isTaken(e.getCode());
    }

    /** Whether unique indexes refused, and nothing else went wrong. */
    static boolean isTaken(MongoBulkWriteException e) {
        return e.getWriteErrors().stream().map(BulkWriteError::getCode).allMatch(Failures::isTaken);
    }

    static boolean isTaken(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }

    /** The name of the unique index that refused; the driver keeps to itself all that a server says of it but the message. */
    static String refusingIndex(MongoException e) {
        String message =
                e instanceof MongoWriteException write ? write.getError().getMessage() : "";
        Matcher matcher = REFUSING_INDEX.matcher(message);
        return matcher.find() ? matcher.group("name") : "";
    }

    /** Whatever a database, a network or an operator may cause; not answers, and not statements that are wrong. */
    static boolean isOutage(RuntimeException failure) {
        return switch (failure) {
            case MongoBulkWriteException bulk -> isOutage(bulk);
            case MongoException e -> isOutage(e.getCode());
            // The driver's, when its client has been closed
            case IllegalStateException closed -> true;
            default -> false;
        };
    }

    /** Also if a document was there already but no majority has it yet: it may be gone again. */
    private static boolean isOutage(MongoBulkWriteException bulk) {
        List<Integer> codes =
                bulk.getWriteErrors().stream().map(BulkWriteError::getCode).toList();
        return codes.stream().noneMatch(Failures::isBug)
                && (bulk.getWriteConcernError() != null || codes.stream().anyMatch(Failures::isOutage));
    }

    private static boolean isOutage(int code) {
        return !isTaken(code) && !isBug(code);
    }

    /** Whether the server undid the statement because another one was faster. It changed nothing and may be run again. */
    static boolean isUndone(RuntimeException failure) {
        return failure instanceof MongoException e && e.getCode() == WRITE_CONFLICT;
    }

    private static boolean isBug(int code) {
        return switch (code) {
            // Wrong values: BadValue, FailedToParse, UnsupportedFormat, TypeMismatch, Overflow, InvalidLength
            case 2, 9, 12, 14, 15, 16 -> true;
            // Not allowed: Unauthorized, IllegalOperation, ImmutableField, InvalidOptions, InvalidNamespace
            case 13, 20, 66, 72, 73 -> true;
            // Wrong statements: EmptyFieldName, DottedFieldName, ConflictingUpdateOperators, DollarPrefixedFieldName
            case 56, 57, 40, 52 -> true;
            // Unknown here: CommandNotFound, UnknownReplWriteConcern, CommandNotSupported
            case 59, 79, 115 -> true;
            // Indexes: CannotCreateIndex, IndexOptionsConflict, IndexKeySpecsConflict
            case 67, 85, 86 -> true;
            // Documents: DocumentValidationFailure, BSONObjectTooLarge
            case 121, 10334 -> true;
            default -> false;
        };
    }

    /** The cause, thrown by a thread of the driver's, with the stack trace of who asked. */
    static RuntimeException askedHere(ExecutionException e) {
        RuntimeException failure =
                e.getCause() instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(e);
        failure.addSuppressed(new IllegalStateException("Asked here"));
        return failure;
    }
}
