package dev.sallyport.application;

import dev.sallyport.domain.role.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for what a role means: the beginning of a SHA-256, so that no version has to be kept. */
final class RoleTag {

    private static final int BYTES = 12;

    private RoleTag() {}

    static String of(Role role) {
        String meaning = role.name() + " " + role.tier() + " " + role.permissions();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(meaning.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
