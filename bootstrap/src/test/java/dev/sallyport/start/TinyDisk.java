package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system in memory. Only root on Linux can mount one; elsewhere the test that needs it is reported as skipped. */
final class TinyDisk implements AutoCloseable {

    private final Path mountPoint;

    private TinyDisk(Path mountPoint) {
        this.mountPoint = mountPoint;
    }

    static TinyDisk mount(Path mountPoint, String size) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", mountPoint.toString());
        assumeTrue(mounted, "Only root may mount a disk that is small enough to fill");
        return new TinyDisk(mountPoint);
    }

    Path root() {
        return mountPoint;
    }

    /** Leaves no room for a single byte. */
    void fill() {
        try (var out = Files.newOutputStream(ballast())) {
            byte[] block = new byte[4096];
            while (Files.getFileStore(mountPoint).getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void free() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        assertThat(run("umount", mountPoint.toString())).as("unmounted").isTrue();
    }

    private Path ballast() {
        return mountPoint.resolve("ballast");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
