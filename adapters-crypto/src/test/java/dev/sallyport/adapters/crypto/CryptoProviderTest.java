package dev.sallyport.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.security.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CryptoProviderTest {

    @AfterEach
    void remove() {
        Security.removeProvider("AmazonCorrettoCryptoProvider");
    }

    @Test
    void saysWhoSigns() throws NoSuchAlgorithmException {
        String name = CryptoProvider.install();

        String signing = Signature.getInstance("SHA256withRSA").getProvider().getName();
        assertThat(name)
                .isIn("Amazon Corretto Crypto Provider 2.5.0", "JDK (" + signing + ")")
                .satisfies(said -> assertThat(said.startsWith("Amazon")).isEqualTo(signing.startsWith("Amazon")));
    }

    @Test
    void anotherCallChangesNothing() {
        String first = CryptoProvider.install();
        int providers = Security.getProviders().length;

        String second = CryptoProvider.install();

        assertThat(second).isEqualTo(first);
        assertThat(Security.getProviders()).hasSize(providers);
    }
}
