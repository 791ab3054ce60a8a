package dev.sallyport.move.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A file is no good, or cannot be read or written; the message is one sentence for the operator. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BackupException(String message, Throwable cause) {
        super(message, cause);
    }

    static BackupException ofLine(Path file, long number, LineException bad) {
        return new BackupException(
                file + ", line " + number + ", " + bad.getMessage()
                        + "; the file was changed or damaged, so take another copy or export again.",
                bad);
    }

    static BackupException of(Path file, IOException cause) {
        String why = switch (cause) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case FileAlreadyExistsException there -> "it is there already, and nothing is written over it";
            case AccessDeniedException denied -> "this user may not";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> Objects.requireNonNullElse(cause.getMessage(), "the file system refuses");
        };
        return new BackupException(file + " cannot be used: " + why + ".", cause);
    }
}
