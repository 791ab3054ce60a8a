package dev.sallyport.domain.intention;

/**
 * That one of possibly several is about to do something. Each announces an intention of their own, so that nobody clears another's.
 *
 * @param owner tells one who announces an aim from another; empty in what was announced before there were owners
 */
public record Intention(Aim aim, String owner) implements Comparable<Intention> {

    /** Of {@link #text()}. */
    public static final int MAX_LENGTH = 100;

    public Intention {
        String text = text(aim, owner);
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("An intention has at most " + MAX_LENGTH + " visible ASCII characters");
        }
    }

    /** Reads what {@link #text()} wrote. */
    public static Intention of(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Intention(new Aim(text), "")
                : new Intention(new Aim(text.substring(0, slash)), text.substring(slash + 1));
    }

    /** {@code kind:what/owner}, which is how stores keep it. */
    public String text() {
        return text(aim, owner);
    }

    @Override
    public int compareTo(Intention other) {
        return text().compareTo(other.text());
    }

    private static String text(Aim aim, String owner) {
        return owner.isEmpty() ? aim.value() : aim.value() + "/" + owner;
    }
}
