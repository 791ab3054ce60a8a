package dev.sallyport.move.file;

import dev.sallyport.application.move.Household;
import dev.sallyport.domain.Holdings;
import java.nio.file.Path;

/**
 * A new file to move a household into, kind by kind in the order of the household and each in the order of ids. It stays once it is
 * {@linkplain #finish() finished}; closed before, it goes.
 */
public final class BackupWriter implements AutoCloseable {

    private final Pen pen;
    private final Chapters chapters = Chapters.empty();
    private final Household household;
    private boolean finished;

    private BackupWriter(Pen pen) {
        this.pen = pen;
        this.household = chapters.household(new Chapters.Bookbinder() {
            @Override
            public <T> Holdings<T> bind(Chapter<T> chapter) {
                return new Part<>(pen, chapter);
            }
        });
    }

    /** Throws {@link BackupException} if there is a file already, or if none can be made. */
    public static BackupWriter create(Path file) {
        BackupWriter writer = new BackupWriter(Pen.on(file));
        writer.pen.write(Frame.first());
        return writer;
    }

    public Household household() {
        return household;
    }

    /** Writes the line that {@link Backup#check} checks all others by; from then on the file survives a power cut. */
    public void finish() {
        pen.write(Frame.last(chapters.totals()));
        pen.force();
        finished = true;
    }

    @Override
    public void close() {
        if (finished) {
            pen.close();
        } else {
            pen.tearUp();
        }
    }
}
