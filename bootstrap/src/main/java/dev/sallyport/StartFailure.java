package dev.sallyport;

import dev.sallyport.adapters.crypto.key.KeyFileException;
import dev.sallyport.adapters.crypto.key.WrongMasterKeyException;
import dev.sallyport.adapters.sql.SqlStartFailure;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.wiring.StoragePlan;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The service cannot start. The message is one sentence for the operator: the cause and the way out. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Less than the embedded database needs to begin. */
    private static final long NO_SPACE = 1 << 20;

    private StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Finds the sentence for whatever stopped the start. */
    static StartFailure of(RuntimeException failure, Configuration configuration) {
        if (failure instanceof StartFailure explained) {
            return explained;
        }
        String sentence = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> explain(cause, configuration).stream())
                .findFirst()
                .or(() -> storeFailure(failure, configuration))
                .orElse("The start failed for a reason nobody foresaw; run again with " + Setting.LOG_LEVEL.argument()
                        + " debug to see it whole, and report it.");
        return new StartFailure(sentence, failure);
    }

    static StartFailure dataFolder(Configuration configuration, IOException cause) {
        String why = switch (cause) {
            case AccessDeniedException denied -> "this user may not write there";
            case FileAlreadyExistsException file -> "something that is no folder is in the way";
            case FileSystemException system
            when system.getReason() != null -> "the file system says: " + system.getReason();
            default -> "the file system refuses";
        };
        return new StartFailure(
                "The data folder " + configuration.data() + " cannot be made because " + why + "; name another with "
                        + Setting.DATA.argument() + ".",
                cause);
    }

    private static Optional<String> explain(Throwable cause, Configuration configuration) {
        return switch (cause) {
            case SettingsException settings -> Optional.ofNullable(settings.getMessage());
            case KeyFileException key -> Optional.ofNullable(key.getMessage());
            case WrongMasterKeyException key -> Optional.ofNullable(key.getMessage());
            case SocketException socket -> Optional.of(address(configuration, socket));
            case UnresolvedAddressException unknown ->
                Optional.of("The name " + configuration.http().host()
                        + " has no address; choose one of this machine with " + Setting.HOST.argument() + ".");
            default -> Optional.empty();
        };
    }

    private static Optional<String> storeFailure(RuntimeException failure, Configuration configuration) {
        StoragePlan storage = StoragePlan.of(configuration);
        if (storage.embedded() && isFull(configuration)) {
            return Optional.of("There is no space left for the database in " + configuration.data()
                    + "; free some, or name a folder on another disk with " + Setting.DATA.argument() + ".");
        }
        if (storage.embedded() && endsTooEarly(failure)) {
            return Optional.of("The database in " + configuration.data()
                    + " is damaged, because its file ends too early; restore it from a backup.");
        }
        return storage.sqlUrl().flatMap(url -> SqlStartFailure.explain(failure, url));
    }

    /** Asked of the disk, since H2 closes itself over the failed write and what arrives here says only that it is closed. */
    private static boolean isFull(Configuration configuration) {
        try {
            return Files.getFileStore(configuration.data()).getUsableSpace() < NO_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean endsTooEarly(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(EOFException.class::isInstance);
    }

    /** The type is one for all; the message is the operating system's. */
    private static String address(Configuration configuration, SocketException refused) {
        String message = String.valueOf(refused.getMessage());
        String why = message.contains("in use")
                ? "another process does"
                : message.contains("denied") ? "this user may not take that port" : "it is no address of this machine";
        return "Cannot listen on " + configuration.http().host() + ":"
                + configuration.http().port() + ", because " + why + "; choose with " + Setting.PORT.argument()
                + " and "
                + Setting.HOST.argument() + ".";
    }
}
