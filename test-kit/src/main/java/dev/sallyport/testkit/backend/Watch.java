package dev.sallyport.testkit.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends a server and removes its folder should this JVM be killed, which no shutdown hook survives: a shell that waits for its input
 * to end, and that does when whoever holds the other side is gone.
 */
final class Watch {

    private static final String SCRIPT = "read -r _; kill -9 \"$1\"; rm -rf \"$2\"";

    private final Process shell;

    private Watch(Process shell) {
        this.shell = shell;
    }

    static Watch over(long server, Path folder) {
        try {
            return new Watch(new ProcessBuilder("sh", "-c", SCRIPT, "watch", Long.toString(server), folder.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once the server has ended: another process may get its number. */
    void callOff() {
        shell.destroyForcibly();
    }
}
