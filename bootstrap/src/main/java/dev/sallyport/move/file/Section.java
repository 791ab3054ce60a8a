package dev.sallyport.move.file;

import dev.sallyport.domain.Holdings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of one kind, one after the other in a file that has been checked.
 *
 * @param position where the first begins, in bytes
 */
record Section<T>(Path file, Format<T> format, long position, long count) implements Holdings<T> {

    @Override
    public String idOf(T one) {
        return format.idOf(one);
    }

    @Override
    public Stream<T> after(String after) {
        Lines lines = Lines.of(file, position);
        return Stream.generate(lines::next)
                .limit(count)
                .flatMap(Optional::stream)
                .map(format::read)
                .filter(one -> idOf(one).compareTo(after) > 0)
                .onClose(lines::close);
    }

    /** Nothing is ever added to a file that is whole. */
    @Override
    public void restore(List<T> records) {
        throw new UnsupportedOperationException("A backup is read, not written");
    }
}
