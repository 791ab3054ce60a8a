package dev.sallyport.adapters.crypto.token;

/**
 * What all access tokens have in common.
 *
 * @param issuer {@code iss}
 * @param audience {@code aud}
 * @param clientId {@code client_id}
 * @param includePermissions whether tokens carry the role's permissions; without, they are shorter
 */
public record AccessTokenSettings(
        String issuer, String audience, String clientId, TokenType type, boolean includePermissions) {

    public AccessTokenSettings {
        if (issuer.isBlank() || audience.isBlank() || clientId.isBlank()) {
            throw new IllegalArgumentException("Expected an issuer, an audience and a client id");
        }
    }

    /** The {@code typ} of the header. */
    public enum TokenType {
        /** RFC 9068, 2.1; keeps an id token from passing for an access token. */
        AT_JWT("at+jwt"),
        /** For resource servers that refuse any other. */
        JWT("JWT");

        private final String text;

        TokenType(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
