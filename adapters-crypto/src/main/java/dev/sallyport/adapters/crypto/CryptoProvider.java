package dev.sallyport.adapters.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.security.Signature;

/** The provider that signs: Amazon's where its native library loads, which signs four times as fast; else the JDK's own. */
public final class CryptoProvider {

    private CryptoProvider() {}

    /**
     * Puts the faster provider first, if it loads here. To be called once, before any key is used; calling again changes nothing.
     *
     * @return who signs from now on, for the start-up line: {@code Amazon Corretto Crypto Provider 2.5.0}, {@code JDK (SunRsaSign)}
     */
    public static String install() {
        try {
            return Corretto.install();
        } catch (LinkageError | RuntimeException elsewhere) {
            return "JDK (" + signing() + ")";
        }
    }

    private static String signing() {
        try {
            return Signature.getInstance("SHA256withRSA").getProvider().getName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK signs with RSA", e);
        }
    }

    /** A class of its own, so that this one links where the jar was left out. */
    private static final class Corretto {

        /** Throws where its library, which we ship for Linux with glibc on x86-64, does not load or fails its self-test. */
        static String install() {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            provider.assertHealthy();
            Security.insertProviderAt(provider, 1);
            return "Amazon Corretto Crypto Provider " + provider.getVersionStr();
        }
    }
}
