package dev.sallyport.domain.token;

/** The text a client trades for its next pair of tokens. Masked in {@link #toString()}. */
public record RefreshToken(String value) {

    @Override
    public String toString() {
        return "RefreshToken[***]";
    }
}
