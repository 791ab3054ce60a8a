package dev.sallyport.adapters.crypto.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 256-bit key that all stored keys are sealed under. Masked in {@link #toString()}.
 *
 * <p>Every way to get one throws {@link KeyFileException} if there is none to be had.
 */
public final class MasterKey {

    static final int BYTES = 32;

    private final byte[] bytes;
    private final boolean generated;

    MasterKey(byte[] bytes, boolean generated) {
        this.bytes = bytes.clone();
        this.generated = generated;
    }

    /** From 32 bytes written as base64, base64url (padded or not) or 64 hexadecimal digits; surrounding blanks do not count. */
    public static MasterKey fromText(String text) {
        byte[] bytes = KeyText.read(text)
                .orElseThrow(() -> new KeyFileException("The master key given as text " + KeyText.EXPECTED, null));
        return new MasterKey(bytes, false);
    }

    /** From a file that holds such a text, besides empty lines and comments that begin with {@code #}, and is its owner's alone. */
    public static MasterKey fromFile(Path file) {
        return new KeyFile(file).read();
    }

    /**
     * From a file as {@link #fromFile}, which is made first, readable by its owner alone, if it is not there. Of any number of
     * processes that start together on one folder, all get the same key.
     */
    public static MasterKey loadOrGenerate(Path file, SecureRandom random) {
        return new KeyFile(file).readOrGenerate(random);
    }

    /** Whether it comes from a file that {@link #loadOrGenerate} made, now or at an earlier start: nobody chose it or backed it up. */
    public boolean generated() {
        return generated;
    }

    SecretKey aes() {
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "MasterKey[***]";
    }
}
