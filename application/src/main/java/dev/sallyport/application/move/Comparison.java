package dev.sallyport.application.move;

import java.util.List;

/** Both sides of a move, read back and laid side by side. */
public record Comparison(List<Line> lines) {

    /**
     * One kind.
     *
     * @param leftOut how many of the source's records were not compared, since they expire so soon that a store may have dropped them
     */
    public record Line(Kind<?> kind, Tally source, Tally target, long leftOut) {

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
}
