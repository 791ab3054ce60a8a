package dev.sallyport.adapters.rest.key;

/** What verifiers of our access tokens need: a JWK set (RFC 7517, 5) of public keys. */
@FunctionalInterface
public interface PublicKeys {

    /** The set as JSON text, without any private member. */
    String jwks();
}
