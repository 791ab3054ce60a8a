package dev.sallyport.move.file;

import dev.sallyport.domain.Holdings;
import java.util.List;
import java.util.stream.Stream;

/** The records of one kind in a file that is being written: they come together, and in the order of their ids. */
final class Part<T> implements Holdings<T> {

    private final Pen pen;
    private final Chapter<T> chapter;
    private long end;

    Part(Pen pen, Chapter<T> chapter) {
        this.pen = pen;
        this.chapter = chapter;
    }

    @Override
    public String idOf(T one) {
        return chapter.format().idOf(one);
    }

    /** What has been written so far. */
    @Override
    public Stream<T> after(String after) {
        pen.flush();
        return chapter.in(pen.file()).after(after);
    }

    /** Throws {@link IllegalStateException} also for records that belong further up. */
    @Override
    public void restore(List<T> records) {
        if (count() > 0 && pen.position() != end) {
            throw new IllegalStateException("Records of another kind have been written since");
        }
        records.forEach(this::append);
        end = pen.position();
    }

    @Override
    public long count() {
        return chapter.count();
    }

    private void append(T one) {
        String line = chapter.format().write(one);
        try {
            chapter.add(one, line, pen.position());
        } catch (LineException outOfOrder) {
            throw new IllegalStateException("The next line " + outOfOrder.getMessage(), outOfOrder);
        }
        pen.write(line);
    }
}
