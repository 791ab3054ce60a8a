package dev.sallyport.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that vouches for itself.
 *
 * @param certificate in PEM, as the key
 * @param store with both, for whoever is to trust it; its password is {@link #PASSWORD}
 */
record SelfSigned(Path certificate, Path key, Path store) {

    static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    /** Made out for a host's name, in files in that folder. */
    static SelfSigned of(String host, Path folder) {
        try {
            Path store = folder.resolve("store.p12");
            keytool(host, store);
            KeyStore entries = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new SelfSigned(
                    pem("CERTIFICATE", entries.getCertificate(ALIAS).getEncoded(), folder.resolve("certificate.pem")),
                    pem(
                            "PRIVATE KEY",
                            entries.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded(),
                            folder.resolve("key.pem")),
                    store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keytool made something else", e);
        }
    }

    /** The JDK can make a certificate by this program only. */
    private static void keytool(String host, Path store) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    private static Path pem(String type, byte[] content, Path file) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                file, "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n", US_ASCII);
    }
}
