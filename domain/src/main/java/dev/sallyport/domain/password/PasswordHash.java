package dev.sallyport.domain.password;

/** A self-describing password hash: {@code $algorithm$parameters$salt$digest}. Masked in {@link #toString()}. */
public record PasswordHash(String value) {

    public static final int MAX_LENGTH = 255;

    public PasswordHash {
        if (!value.startsWith("$") || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Expected a hash that begins with $ and has at most 255 characters");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[***]";
    }
}
