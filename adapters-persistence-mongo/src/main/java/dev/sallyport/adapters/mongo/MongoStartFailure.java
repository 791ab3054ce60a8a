package dev.sallyport.adapters.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in one sentence why MongoDB kept the service from starting, and what to do about it. */
public final class MongoStartFailure {

    private static final int UNAUTHORIZED = 13;

    private MongoStartFailure() {}

    /**
     * Explains what starting with {@code url} threw; empty if it had nothing to do with MongoDB, or with another one. Names neither
     * classes nor passwords.
     */
    public static Optional<String> explain(Throwable failure, String url) {
        String place = MongoUrl.place(url);
        return first(failure, MongoUnfitException.class)
                .or(() -> first(failure, MongoException.class).map(e -> explained(e, place)))
                .filter(unfit -> unfit.place().equals(place))
                .map(MongoUnfitException::getMessage);
    }

    /** What making a database ready threw, with its sentence. */
    static MongoUnfitException explained(RuntimeException failure, String place) {
        String reason = first(failure, MongoException.class)
                .map(MongoStartFailure::reason)
                .orElse("does not answer in time; check that it runs and is not overloaded");
        return new MongoUnfitException(place, reason, failure);
    }

    private static String reason(MongoException e) {
        return switch (e) {
            case MongoSecurityException refused -> "refuses the user name or the password; check both";
            case MongoIncompatibleDriverException old -> "is too old; upgrade it, or name another one";
            default -> reason(e.getCode());
        };
    }

    /** Negative codes are the driver's own, for what it could not ask. */
    private static String reason(int code) {
        if (code == UNAUTHORIZED) {
            return "does not let this user make collections and indexes; give it the role readWrite on the database";
        }
        return code < 0
                ? "cannot be reached; check its address and that it runs"
                : "cannot be used (code " + code + "); its log says why";
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
