package dev.sallyport.testkit.backend;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a server comes from; it is fetched once. */
final class Source {

    private final String variable;
    private final @Nullable Supplier<Provided> container;
    private final @Nullable Supplier<Provided> binary;
    private @Nullable Provided provided;

    /**
     * @param variable of the environment, for the URL
     * @param container null where no container does
     * @param binary null where there is none
     */
    Source(String variable, @Nullable Supplier<Provided> container, @Nullable Supplier<Provided> binary) {
        this.variable = variable;
        this.container = container;
        this.binary = binary;
    }

    /** The server, started if need be; empty if there is none to be had. */
    synchronized Optional<Provided> get() {
        if (provided == null) {
            provided = fetch();
        }
        return Optional.ofNullable(provided);
    }

    Provided getOrThrow() {
        return get().orElseThrow(() -> new IllegalStateException(missing()));
    }

    String how() {
        return get().map(Provided::how).orElse("not run: " + missing());
    }

    private @Nullable Provided fetch() {
        String url = System.getenv(variable);
        if (url != null && !url.isBlank()) {
            return new Provided(ServerUrl.of(url), variable);
        }
        if (container != null && Containers.dockerAnswers()) {
            return container.get();
        }
        return binary == null ? null : binary.get();
    }

    private String missing() {
        return "no " + variable + ", no Docker";
    }

    /**
     * A server that answers.
     *
     * @param url with the credentials of somebody who may create databases
     * @param how for people
     */
    record Provided(ServerUrl url, String how) {}
}
