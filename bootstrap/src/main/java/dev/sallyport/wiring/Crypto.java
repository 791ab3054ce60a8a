package dev.sallyport.wiring;

import dev.sallyport.adapters.crypto.key.KeyRing;
import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.adapters.crypto.password.BoundedPasswordHasher;
import dev.sallyport.adapters.crypto.password.ZxcvbnCommonPasswords;
import dev.sallyport.adapters.crypto.token.JwtAccessTokens;
import dev.sallyport.adapters.crypto.token.SigningKeys;
import dev.sallyport.adapters.rest.key.PublicKeys;
import dev.sallyport.adapters.rest.paging.Cursors;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.password.CommonPasswords;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.settings.Configuration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Hashing, tokens and keys. */
@Factory
final class Crypto {

    @Singleton
    KeyRing keyRing(SealedKeyStore store, MasterKey masterKey, SecureRandom random, InstantSource clock) {
        return new KeyRing(store, masterKey, random, clock);
    }

    @Singleton
    SigningKeys signingKeys(KeyRing ring, Configuration configuration) {
        Configuration.Signing signing = configuration.signing();
        return signing.secret().map(ring::signingKeys).orElseGet(() -> ring.signingKeys(signing.algorithm()));
    }

    @Singleton
    PublicKeys publicKeys(SigningKeys keys) {
        String jwks = keys.publicJwks();
        return () -> jwks;
    }

    @Singleton
    AccessTokens accessTokens(SigningKeys keys, Configuration configuration, InstantSource clock) {
        return new JwtAccessTokens(configuration.accessTokens(), keys, clock);
    }

    @Singleton
    RefreshTokens refreshTokens(KeyRing ring) {
        return new RefreshTokens(ring.refreshTokenKey());
    }

    @Singleton
    Cursors cursors(KeyRing ring) {
        return new Cursors(ring.cursorKey());
    }

    @Singleton
    @Bean(preDestroy = "close")
    BoundedPasswordHasher passwordHasher(Configuration configuration, SecureRandom random, MeterRegistry meters) {
        BoundedPasswordHasher hasher = new BoundedPasswordHasher(configuration.hashing(), random);
        Gauge.builder("auth.hashing.queue", hasher, BoundedPasswordHasher::queued)
                .description("Passwords that wait to be hashed")
                .register(meters);
        return hasher;
    }

    @Singleton
    CommonPasswords commonPasswords() {
        return new ZxcvbnCommonPasswords();
    }
}
