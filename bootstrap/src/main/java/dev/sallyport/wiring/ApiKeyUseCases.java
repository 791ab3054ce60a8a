package dev.sallyport.wiring;

import dev.sallyport.application.Together;
import dev.sallyport.application.apikey.CreateApiKey;
import dev.sallyport.application.apikey.FindApiKey;
import dev.sallyport.application.apikey.ListApiKeys;
import dev.sallyport.application.apikey.RevokeApiKey;
import dev.sallyport.application.apikey.RotateApiKey;
import dev.sallyport.application.apikey.VerifyApiKey;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.apikey.ApiKeyStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** API keys, and letting them in. */
@Factory
final class ApiKeyUseCases {

    @Singleton
    VerifyApiKey verifyApiKey(ApiKeyStore keys, Throttle throttle, Together together, InstantSource clock) {
        return new VerifyApiKey(keys, throttle, together, clock);
    }

    @Singleton
    FindApiKey findApiKey(FindActor actors, ApiKeyStore keys) {
        return new FindApiKey(actors, keys);
    }

    @Singleton
    ListApiKeys listApiKeys(FindActor actors, ApiKeyStore keys) {
        return new ListApiKeys(actors, keys);
    }

    @Singleton
    CreateApiKey createApiKey(
            FindActor actors, ApiKeyStore keys, Audit audit, InstantSource clock, SecureRandom random) {
        return new CreateApiKey(actors, keys, audit, clock, random);
    }

    @Singleton
    RotateApiKey rotateApiKey(
            FindApiKey findApiKey, ApiKeyStore keys, Audit audit, InstantSource clock, SecureRandom random) {
        return new RotateApiKey(findApiKey, keys, audit, clock, random);
    }

    @Singleton
    RevokeApiKey revokeApiKey(FindApiKey findApiKey, ApiKeyStore keys, Audit audit) {
        return new RevokeApiKey(findApiKey, keys, audit);
    }
}
