package dev.sallyport.move.file;

import dev.sallyport.application.move.Household;
import dev.sallyport.domain.Holdings;
import java.nio.file.Path;
import java.util.Iterator;

/** Reads a file once, from the first line to the last, before anybody takes a record from it. */
public final class Backup {

    private final Path file;
    private final Chapters chapters = Chapters.empty();
    private final Iterator<Chapter<?>> following = chapters.all().iterator();
    private Chapter<?> current = following.next();

    private Backup(Path file) {
        this.file = file;
    }

    /**
     * The household in a file, to be read only. The file must stay as it is meanwhile.
     *
     * @throws BackupException if the file cannot be read, or with the number of the first line that is not as {@link BackupWriter}
     *     wrote it; if lines are missing, of the last
     */
    public static Household check(Path file) {
        Backup backup = new Backup(file);
        backup.checkLines();
        return backup.chapters.household(new Chapters.Bookbinder() {
            @Override
            public <T> Holdings<T> bind(Chapter<T> chapter) {
                return chapter.in(file);
            }
        });
    }

    private void checkLines() {
        long number = 1;
        try (Lines lines = Lines.of(file, 0)) {
            try {
                Frame.checkFirst(next(lines));
                boolean ended = false;
                while (!ended) {
                    number++;
                    long position = lines.position();
                    ended = checkLine(next(lines), position);
                }
                number++;
                if (lines.next().isPresent()) {
                    throw new LineException("follows the last one");
                }
            } catch (LineException bad) {
                throw BackupException.ofLine(file, number, bad);
            }
        }
    }

    private static String next(Lines lines) {
        return lines.next().orElseThrow(() -> new LineException("is missing, since the file was cut off"));
    }

    /** Whether that was the last. */
    private boolean checkLine(String line, long position) {
        String kind = LineReader.of(line).text("kind");
        if (Frame.isLast(kind)) {
            Frame.checkLast(line, chapters.totals());
            return true;
        }
        while (!current.format().kind().equals(kind)) {
            if (!following.hasNext()) {
                throw new LineException("is of kind \"" + kind + "\", which is unknown or belongs further up");
            }
            current = following.next();
        }
        check(current, line, position);
        return false;
    }

    private static <T> void check(Chapter<T> chapter, String line, long position) {
        chapter.add(chapter.format().read(line), line, position);
    }
}
