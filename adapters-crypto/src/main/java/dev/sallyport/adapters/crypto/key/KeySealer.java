package dev.sallyport.adapters.crypto.key;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals keys with AES-256-GCM (NIST SP 800-38D) under the master key, each with a random 96-bit nonce; a handful of keys is far
 * below the 2^32 that such nonces allow. Id and purpose are authenticated: a key moved to another place in the store does not open.
 */
final class KeySealer {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final MasterKey master;
    private final SecureRandom random;

    KeySealer(MasterKey master, SecureRandom random) {
        this.master = master;
        this.random = random;
    }

    SealedKey seal(KeyId id, String purpose, byte[] key, Instant createdAt) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, id, purpose).doFinal(key);
            byte[] sealed = ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
            return new SealedKey(
                    id, purpose, KeyState.ACTIVE, Base64.getEncoder().encodeToString(sealed), createdAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    /** @throws WrongMasterKeyException if it was sealed under another key, or for another id or purpose, or was damaged */
    byte[] open(SealedKey key) {
        byte[] sealed = Base64.getDecoder().decode(key.sealed());
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new WrongMasterKeyException(key, null);
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, key.id(), key.purpose())
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new WrongMasterKeyException(key, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, KeyId id, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, master.aes(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD((id + " " + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
