package dev.sallyport.adapters.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.security.Signature;

/** The provider that signs: Amazon's where its native library loads, which is four times as fast; else the JDK's own. */
public final class CryptoProvider {

    private CryptoProvider() {}

    /**
     * Puts the faster provider first, if it loads here. To be called once, before any key is used; calling again changes nothing.
     *
     * @return who signs from now on, for the start-up line: {@code Amazon Corretto Crypto Provider 2.5.0}, {@code JDK (SunRsaSign)}
     */
    public static String install() {
        return installCorretto() ? "Amazon Corretto Crypto Provider " + correttoVersion() : "JDK (" + signing() + ")";
    }

    /** It is made for Linux with glibc on two kinds of processor; elsewhere its class may not even initialise. */
    private static boolean installCorretto() {
        try {
            AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
            if (corretto.getLoadingError() != null) {
                return false;
            }
            corretto.assertHealthy();
            Security.insertProviderAt(corretto, 1);
            return true;
        } catch (LinkageError | RuntimeException elsewhere) {
            return false;
        }
    }

    private static String correttoVersion() {
        return AmazonCorrettoCryptoProvider.INSTANCE.getVersionStr();
    }

    private static String signing() {
        try {
            return Signature.getInstance("SHA256withRSA").getProvider().getName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK signs with RSA", e);
        }
    }
}
