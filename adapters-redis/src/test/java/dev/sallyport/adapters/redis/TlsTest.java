package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.RedisBinary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS and nothing else, with a certificate for {@code localhost} that it signed itself. */
@OnBackend("Redis")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {

    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    /** Where the JDK looks whom to trust, for each client anew. */
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    private static final String PASSWORD_OF_TRUSTED = "javax.net.ssl.trustStorePassword";

    private SelfSigned certificate;
    private RedisBinary server;

    @BeforeAll
    void start(@TempDir Path folder) {
        certificate = SelfSigned.of("localhost", folder);
        server = RedisBinary.startWithTls(certificate.certificate(), certificate.key());
    }

    @AfterAll
    void close() {
        server.close();
    }

    @AfterEach
    void trustAsBefore() {
        System.clearProperty(TRUSTED);
        System.clearProperty(PASSWORD_OF_TRUSTED);
    }

    @Test
    void aServerWhoseCertificateIsTrustedKeepsSessions() {
        trust();
        try (RunningRedis redis = RunningRedis.at(byName())) {
            RedisSessionStore sessions = redis.get(RedisSessionStore.class);
            Session session = Session.start(People.ada(), People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM);

            sessions.add(session, 5);

            assertThat(sessions.find(session.id())).contains(session);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        assertRefused(byName());
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        trust();

        assertRefused(server.url());
    }

    private void trust() {
        System.setProperty(TRUSTED, certificate.store().toString());
        System.setProperty(PASSWORD_OF_TRUSTED, SelfSigned.PASSWORD);
    }

    private String byName() {
        return server.url().replace("127.0.0.1", "localhost");
    }

    private static void assertRefused(String url) {
        Throwable failure = catchThrowable(() -> RunningRedis.at(url).close());

        assertThat(RedisStartFailure.explain(Objects.requireNonNull(failure, "It started"), url))
                .contains("The Redis " + url + " cannot be trusted (TLS);"
                        + " check its certificate, and that it is made out for that name.");
    }
}
