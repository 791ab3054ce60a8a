package dev.sallyport.adapters.crypto.token;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sallyport.adapters.crypto.CryptoProvider;
import java.security.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same contracts while Amazon's provider signs, where it loads. */
final class CorrettoAccessTokensTest extends JwtAccessTokensTest {

    @BeforeAll
    static void install() {
        assumeTrue(CryptoProvider.install().startsWith("Amazon"), "Amazon's provider does not load here");
    }

    @AfterAll
    static void remove() {
        Security.removeProvider("AmazonCorrettoCryptoProvider");
    }
}
