package dev.sallyport.domain.throttle;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.user.UserId;

/**
 * What is counted: a kind of attempt, and by whom.
 *
 * @param value {@code kind:who}, at most {@value #MAX_LENGTH} characters
 */
public record AttemptKey(String value) {

    public static final int MAX_LENGTH = 100;

    public AttemptKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An attempt key has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** What is counted, without by whom. */
    public String kind() {
        return value.split(":", 2)[0];
    }

    /** Failed sign-ins from one network. */
    public static AttemptKey signIn(ClientAddress address) {
        return new AttemptKey("sign-in:" + address.network());
    }

    /** Registrations from one network. */
    public static AttemptKey registration(ClientAddress address) {
        return new AttemptKey("registration:" + address.network());
    }

    /** Requests made with one API key. */
    public static AttemptKey apiKey(ApiKeyId key) {
        return new AttemptKey("api-key:" + key);
    }

    /** Wrong passwords given by somebody who is already signed in. */
    public static AttemptKey passwordCheck(UserId user) {
        return new AttemptKey("password-check:" + user);
    }
}
