package dev.sallyport.testkit.journey;

import java.net.URI;
import java.util.Optional;

/** A service under test, until it is closed. */
public interface RunningService extends AutoCloseable {

    URI uri();

    default Api api() {
        return Api.at(uri());
    }

    /** The set-up token that it offered at its start; empty if it had a Super Admin, or made the one that is configured. */
    Optional<String> setUpToken();

    @Override
    void close();
}
