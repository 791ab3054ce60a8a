package dev.sallyport.adapters.rest.operations;

import java.util.Optional;

/** Who may read metrics: whoever shows this token; without one, only this machine. */
public record MetricsAccess(Optional<String> token) {

    @Override
    public String toString() {
        return "MetricsAccess[" + (token.isPresent() ? "token" : "loopback") + "]";
    }
}
