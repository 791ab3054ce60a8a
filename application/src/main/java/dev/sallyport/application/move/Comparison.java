package dev.sallyport.application.move;

import java.util.List;

/** Both sides of a move, read back and laid side by side. */
public record Comparison(List<Line> lines) {

    /**
     * One kind.
     *
     * @param leftOut how many of the source's records were not compared, since they expire so soon that a store may have dropped them
     * @param unread how many more the source counts than it shows: they cannot be read, or came meanwhile
     */
    public record Line(Kind<?> kind, Tally source, Tally target, long leftOut, long unread) {

        public boolean isSame() {
            return source.equals(target);
        }
    }

    public Comparison {
        lines = List.copyOf(lines);
    }

    public boolean isSame() {
        return lines.stream().allMatch(Line::isSame);
    }

    /** How many of the source's records stayed behind. */
    public long unread() {
        return lines.stream().mapToLong(Line::unread).sum();
    }
}
