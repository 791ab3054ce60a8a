package dev.sallyport.domain.token;

/** The text a client shows with each request. Masked in {@link #toString()}. */
public record AccessToken(String value) {

    /** Longest token that is looked at, in characters. */
    public static final int MAX_LENGTH = 8 * 1024;

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
