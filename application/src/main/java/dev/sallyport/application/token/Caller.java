package dev.sallyport.application.token;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.UserId;

/** Who makes a request. Whether the account behind it still stands for it is seen when the account is read, see {@code FindActor}. */
public sealed interface Caller {

    /** The account that answers for the request. */
    UserId account();

    /** A genuine access token was shown, and its session was alive a moment ago. */
    record InSession(Session session) implements Caller {

        @Override
        public UserId account() {
            return session.user();
        }
    }

    /** A genuine API key was shown, and its time has not passed. */
    record WithKey(ApiKey key) implements Caller {

        @Override
        public UserId account() {
            return key.creator();
        }
    }
}
