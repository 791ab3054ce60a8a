package dev.sallyport.domain.role;

/** Where an assignment holds. Only {@link #GLOBAL} is used today; an organisation will be another value. */
public record Scope(String value) {

    public static final Scope GLOBAL = new Scope("global");

    public Scope {
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("A scope has 1 to 64 characters");
        }
    }
}
