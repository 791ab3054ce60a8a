package dev.sallyport.testkit.backend;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where servers keep their data, and where their programs are unpacked to. */
final class ServerFiles {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));

    /** More than the servers of a test run write together. */
    private static final long ROOM = 2L << 30;

    private ServerFiles() {}

    /** A new folder for data, gone when the JVM ends: in memory where there is room, which starts MariaDB in a third of the time. */
    static Path newDataFolder(String name) {
        try {
            Path parent = hasRoom(MEMORY) ? MEMORY : DISK;
            String prefix = prefix(ProcessHandle.current().pid()) + name + "-";
            Path folder = Files.createTempDirectory(parent, prefix);
            AtExit.run(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder of a program, put there by whoever comes first and kept for later runs, since it takes seconds: under the project's
     * {@code target}.
     *
     * @param name with the version in it
     */
    static synchronized Path program(String name, Unpacking unpacking) {
        Path folder = programs().resolve(name);
        Path complete = folder.resolve("complete");
        try {
            Files.createDirectories(programs());
            try (FileChannel lock = FileChannel.open(programs().resolve(name + ".lock"), CREATE, WRITE)) {
                lock.lock();
                if (!Files.exists(complete)) {
                    delete(folder); // what is left of somebody who was interrupted
                    unpacking.into(Files.createDirectory(folder));
                    Files.createFile(complete);
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

    /** The data folders of the servers that a process has started. */
    static List<Path> dataFolders(long pid) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path parent : Set.of(MEMORY, DISK)) {
            try (DirectoryStream<Path> some = Files.newDirectoryStream(parent, prefix(pid) + "*")) {
                some.forEach(folders::add);
            }
        }
        return folders;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static String prefix(long pid) {
        return "sallyport-" + pid + "-";
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
