package dev.sallyport.adapters.crypto.token;

import dev.sallyport.domain.token.AccessClaims;
import java.time.Instant;

/** A token that is ours; whether it is its time is asked at each use. */
record VerifiedToken(AccessClaims claims, Instant notBefore) {}
