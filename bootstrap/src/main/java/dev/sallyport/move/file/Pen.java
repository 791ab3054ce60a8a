package dev.sallyport.move.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes the lines of a new file, which only its owner may read. Throws {@link BackupException} when it cannot be written. */
final class Pen implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;
    private long position;

    private Pen(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    static Pen on(Path file) {
        try {
            return new Pen(
                    file,
                    FileChannel.open(
                            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly()));
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    Path file() {
        return file;
    }

    /** Where the next line will begin, in bytes. */
    long position() {
        return position;
    }

    void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
        position += bytes.length;
    }

    /** Whoever opens the file sees all lines. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    /** The lines survive a power cut. */
    void force() {
        flush();
        try {
            channel.force(true);
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    /** Lines that were not flushed are lost. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    void tearUp() {
        close();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw BackupException.of(file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
