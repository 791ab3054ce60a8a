package dev.sallyport.move.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file from one position on. Throws {@link BackupException} when it cannot be read. */
final class Lines implements AutoCloseable {

    /** Several times the longest record there can be, so that a file of another kind does not fill the memory. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream bytes;
    private long position;

    private Lines(Path file, InputStream bytes, long position) {
        this.file = file;
        this.bytes = bytes;
        this.position = position;
    }

    static Lines of(Path file, long position) {
        try {
            SeekableByteChannel channel = Files.newByteChannel(file).position(position);
            return new Lines(file, new BufferedInputStream(Channels.newInputStream(channel), BUFFER), position);
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    /** Where the next line begins, in bytes. */
    long position() {
        return position;
    }

    /** Empty at the end of the file; throws {@link LineException} for what is no line of UTF-8. */
    Optional<String> next() {
        try {
            int one = bytes.read();
            return one < 0 ? Optional.empty() : Optional.of(line(one));
        } catch (CharacterCodingException malformed) {
            throw new LineException("is not in UTF-8");
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    private String line(int first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = first; one != '\n'; one = bytes.read()) {
            if (one < 0) {
                throw new LineException("has no end");
            }
            if (line.size() == MAX_LENGTH) {
                throw new LineException("has no end after " + MAX_LENGTH + " bytes");
            }
            line.write(one);
        }
        position += line.size() + 1;
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }
}
