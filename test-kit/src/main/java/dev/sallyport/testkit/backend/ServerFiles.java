package dev.sallyport.testkit.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where servers keep their data, and where their programs are unpacked to. */
final class ServerFiles {

    private static final Path MEMORY = Path.of("/dev/shm");

    /** More than the servers of a test run write together. */
    private static final long ROOM = 2L << 30;

    private ServerFiles() {}

    /** A new folder for data, gone when the JVM ends: in memory where there is room, which starts MariaDB in a third of the time. */
    static Path newDataFolder(String name) {
        try {
            String prefix = "sallyport-" + name + "-";
            Path folder =
                    hasRoom(MEMORY) ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
            AtExit.run(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder of a program, unpacked by whoever comes first and kept for later runs, since that takes seconds: under the project's
     * {@code target}.
     */
    static Path program(String name, Unpacking unpacking) {
        Path folder = programs().resolve(name);
        try {
            Files.createDirectories(folder);
            Path done = folder.resolve("unpacked");
            try (FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.exists(done)) {
                    unpacking.into(folder);
                    Files.createFile(done);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path programs() {
        return Project.root().resolve("target").resolve("servers");
    }

    private static boolean hasRoom(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() > ROOM;
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Gone already.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a program's files into a folder. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
