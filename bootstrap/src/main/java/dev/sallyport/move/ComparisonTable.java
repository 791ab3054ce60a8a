package dev.sallyport.move;

import dev.sallyport.application.move.Comparison;
import dev.sallyport.application.move.Tally;
import java.util.Locale;
import java.util.stream.Collectors;

/** The comparison of both sides as a person reads it. */
final class ComparisonTable {

    private static final String ROW = "%-14s%14s%14s  %s%n";

    /** Of 64 digits: as many as anybody compares by eye. */
    private static final int DIGITS = 16;

    private ComparisonTable() {}

    static String of(Comparison comparison) {
        String lines = comparison.lines().stream().map(ComparisonTable::row).collect(Collectors.joining());
        long leftOut =
                comparison.lines().stream().mapToLong(Comparison.Line::leftOut).sum();
        return String.format(ROW, "", "source", "target", "SHA-256 of what was read back") + lines + note(leftOut);
    }

    private static String row(Comparison.Line line) {
        return String.format(
                Locale.ROOT,
                ROW,
                line.kind(),
                number(line.source()),
                number(line.target()),
                line.isSame()
                        ? digest(line.source()) + "  same"
                        : digest(line.source()) + "  DIFFERS from " + digest(line.target()));
    }

    private static String number(Tally tally) {
        return String.format(Locale.ROOT, "%,d", tally.count());
    }

    private static String digest(Tally tally) {
        return tally.sha256().substring(0, DIGITS);
    }

    private static String note(long leftOut) {
        return leftOut == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Not compared: %,d sessions and one-time tokens that have expired or will within ten minutes, which a"
                                + " store may drop at any time.%n",
                        leftOut);
    }
}
