package dev.sallyport.move;

import dev.sallyport.application.move.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a move is: on a terminal in one line, drawn again and again; elsewhere in a line for each kind that has been copied,
 * since a log keeps every line.
 */
final class ProgressLine implements Consumer<Progress>, AutoCloseable {

    private static final int WIDTH = 24;
    private static final long REDRAWN_AFTER_NANOS = Duration.ofMillis(100).toNanos();
    private static final String ERASE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private @Nullable Progress last;
    private long began;
    private long drawn;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(Progress now) {
        long time = System.nanoTime();
        boolean begins = !isSameStage(now, last);
        if (begins) {
            end();
            began = time;
        }
        last = now;
        if (terminal && (begins || time - drawn >= REDRAWN_AFTER_NANOS)) {
            drawn = time;
            out.print(ERASE + bar(now, time - began));
            out.flush();
        }
    }

    /** Leaves nothing of the bar on the screen. */
    @Override
    public void close() {
        end();
        last = null;
    }

    private void end() {
        Progress done = last;
        if (terminal) {
            out.print(ERASE);
            out.flush();
        } else if (done != null && done.stage() == Progress.Stage.COPYING) {
            out.println(String.format(Locale.ROOT, "Copied %,d %s.", done.done(), done.kind()));
        }
    }

    private static boolean isSameStage(Progress now, @Nullable Progress last) {
        return last != null && now.stage() == last.stage() && now.kind() == last.kind();
    }

    /** {@code Copying accounts  [##########..............]  42,000 of 100,000  3,500/s} */
    static String bar(Progress now, long nanos) {
        long total = Math.max(now.total(), now.done());
        int full = (int) (WIDTH * now.done() / Math.max(1, total));
        String doing = switch (now.stage()) {
            case COPYING -> "Copying";
            case READING_SOURCE -> "Checking";
            case READING_TARGET -> "Checking the copies of";
        };
        double seconds = Math.max(nanos, 1) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s %s  [%s%s]  %,d of %,d%s",
                doing,
                now.kind(),
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                now.done(),
                total,
                nanos > REDRAWN_AFTER_NANOS ? String.format(Locale.ROOT, "  %,.0f/s", now.done() / seconds) : "");
    }
}
