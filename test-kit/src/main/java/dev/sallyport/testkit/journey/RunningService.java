package dev.sallyport.testkit.journey;

import java.net.URI;

/** A service under test, until it is closed. */
public interface RunningService extends AutoCloseable {

    URI uri();

    default Api api() {
        return Api.at(uri());
    }

    @Override
    void close();
}
