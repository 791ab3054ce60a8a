package dev.sallyport.adapters.crypto.password;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The base64 of bcrypt: the bits in the usual order, another alphabet, no padding. */
final class BcryptText {

    private static final String USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BCRYPT = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private BcryptText() {}

    static String encode(byte[] bytes) {
        return translated(Base64.getEncoder().withoutPadding().encodeToString(bytes), USUAL, BCRYPT);
    }

    /** From characters of bcrypt's alphabet only. Like every bcrypt, ignores the bits that the last character has too many. */
    static byte[] decode(String text) {
        return Base64.getDecoder().decode(translated(text, BCRYPT, USUAL).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String translated(String text, String from, String to) {
        StringBuilder translated = new StringBuilder(text.length());
        text.chars().forEach(c -> translated.append(to.charAt(from.indexOf(c))));
        return translated.toString();
    }
}
