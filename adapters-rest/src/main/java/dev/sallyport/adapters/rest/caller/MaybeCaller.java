package dev.sallyport.adapters.rest.caller;

import dev.sallyport.application.token.Caller;
import java.util.Optional;

/** The caller of a route that also answers guests. A token or a key that is no good makes no guest: it is refused. */
public record MaybeCaller(Optional<Caller> caller) {}
