package dev.sallyport.move.file;

/** How one kind of records is written: its members in one order, absent ones left out, so that a record has one text. */
abstract class Format<T> {

    private final String kind;

    /** Takes what the first member, {@code kind}, says. */
    Format(String kind) {
        this.kind = kind;
    }

    final String kind() {
        return kind;
    }

    /** The line without its end. */
    final String write(T one) {
        LineWriter line = new LineWriter().put("kind", kind);
        write(one, line);
        return line.end();
    }

    /** Throws {@link LineException} unless the line is, character by character, what would be written for the record in it. */
    final T read(String text) {
        LineReader line = LineReader.of(text);
        line.text("kind");
        T one = line.read(this::read);
        if (!write(one).equals(text)) {
            throw new LineException("is not as Sallyport writes it");
        }
        return one;
    }

    /** What the records are ordered by, as their stores say. */
    abstract String idOf(T one);

    abstract void write(T one, LineWriter line);

    abstract T read(LineReader line);
}
