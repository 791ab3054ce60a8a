package dev.sallyport;

import dev.sallyport.adapters.crypto.key.KeyFileException;
import dev.sallyport.adapters.crypto.key.WrongMasterKeyException;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.StoreFailure;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The service cannot start. The message is one sentence for the operator: the cause and the way out. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Finds the sentence for whatever stopped the start. */
    static StartFailure of(RuntimeException failure, Configuration configuration) {
        if (failure instanceof StartFailure explained) {
            return explained;
        }
        String sentence = first(failure, StartFailure::ownWords)
                .or(() -> StoreFailure.explain(failure, StoragePlan.of(configuration)))
                .or(() -> first(failure, cause -> address(cause, configuration)))
                .orElse("The start failed for a reason nobody foresaw; run again with " + Setting.LOG_LEVEL.argument()
                        + " debug to see it whole, and report it.");
        return new StartFailure(sentence, failure);
    }

    static StartFailure dataFolder(Path folder, IOException cause) {
        String why = switch (cause) {
            case AccessDeniedException denied -> "this user may not write there";
            case FileAlreadyExistsException file -> "something that is no folder is in the way";
            case FileSystemException system
            when system.getReason() != null -> "the file system says: " + system.getReason();
            default -> "the file system refuses";
        };
        return new StartFailure(
                "The data folder " + folder + " cannot be made because " + why + "; name another with "
                        + Setting.DATA.argument() + ".",
                cause);
    }

    /** What one of the causes, from the outermost on, says to the operator. */
    private static Optional<String> first(Throwable failure, Function<Throwable, Optional<String>> words) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> words.apply(cause).stream())
                .findFirst();
    }

    private static Optional<String> ownWords(Throwable cause) {
        return switch (cause) {
            case SettingsException settings -> Optional.ofNullable(settings.getMessage());
            case KeyFileException key -> Optional.ofNullable(key.getMessage());
            case WrongMasterKeyException key -> Optional.ofNullable(key.getMessage());
            default -> Optional.empty();
        };
    }

    /** That we cannot listen; asked last, because who connects to a store may throw the same types. */
    private static Optional<String> address(Throwable cause, Configuration configuration) {
        return switch (cause) {
            case SocketException socket -> Optional.of(address(configuration, socket));
            case UnresolvedAddressException unknown ->
                Optional.of("The name " + configuration.http().host()
                        + " has no address; choose one of this machine with " + Setting.HOST.argument() + ".");
            default -> Optional.empty();
        };
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
