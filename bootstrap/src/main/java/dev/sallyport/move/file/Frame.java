package dev.sallyport.move.file;

import java.util.List;

/** The first line of a backup, and the last. */
final class Frame {

    private static final int VERSION = 2;
    private static final String FORMAT = "sallyport-backup";
    private static final String END = "end";

    private Frame() {}

    static String first() {
        return new LineWriter().put("format", FORMAT).put("version", VERSION).end();
    }

    static String last(List<Chapter.Total> totals) {
        LineWriter line = new LineWriter().put("kind", END);
        totals.forEach(total ->
                line.put(total.kind() + "_count", total.count()).put(total.kind() + "_sha256", total.sha256()));
        return line.end();
    }

    static void checkFirst(String line) {
        if (line.equals(first())) {
            return;
        }
        LineReader header = LineReader.of(line);
        if (!header.text("format").equals(FORMAT)) {
            throw new LineException("is not the beginning of a backup");
        }
        throw new LineException(
                "says version " + header.number("version") + ", and this Sallyport reads " + VERSION + " only");
    }

    static boolean isLast(String kind) {
        return kind.equals(END);
    }

    /** Names the first kind whose total is not what stands in the line. */
    static void checkLast(String line, List<Chapter.Total> totals) {
        if (line.equals(last(totals))) {
            return;
        }
        LineReader end = LineReader.of(line);
        for (Chapter.Total total : totals) {
            long count = end.number(total.kind() + "_count");
            if (count != total.count()) {
                throw new LineException(
                        "counts " + count + " lines of kind " + total.kind() + ", and there are " + total.count());
            }
            if (!end.text(total.kind() + "_sha256").equals(total.sha256())) {
                throw new LineException("has another digest of the lines of kind " + total.kind() + " than they have");
            }
        }
        throw new LineException("is not as Sallyport writes it");
    }
}
