package dev.sallyport;

import dev.sallyport.adapters.crypto.key.KeyFileException;
import dev.sallyport.adapters.crypto.key.WrongMasterKeyException;
import dev.sallyport.adapters.sql.SqlStartFailure;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.wiring.StoragePlan;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
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
        String sentence = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> explain(cause, configuration).stream())
                .findFirst()
                .or(() -> sqlFailure(failure, configuration))
                .orElse("The start failed for a reason nobody foresaw; run again with " + Setting.LOG_LEVEL.argument()
                        + " debug to see it whole, and report it.");
        return new StartFailure(sentence, failure);
    }

    static StartFailure dataFolder(Configuration configuration, IOException cause) {
        String why = switch (cause) {
            case AccessDeniedException denied -> "this user may not write there";
            case FileAlreadyExistsException file -> "something that is no folder is in the way";
            default -> "the file system refuses";
        };
        return new StartFailure(
                "The data folder " + configuration.data().toAbsolutePath().normalize() + " cannot be made because "
                        + why + "; name another with " + Setting.DATA.argument() + ".",
                cause);
    }

    private static Optional<String> explain(Throwable cause, Configuration configuration) {
        return switch (cause) {
            case SettingsException settings -> Optional.ofNullable(settings.getMessage());
            case KeyFileException key -> Optional.ofNullable(key.getMessage());
            case WrongMasterKeyException key -> Optional.ofNullable(key.getMessage());
            case BindException bind -> Optional.of(address(configuration));
            case UnresolvedAddressException unknown -> Optional.of(address(configuration));
            default -> Optional.empty();
        };
    }

    private static Optional<String> sqlFailure(RuntimeException failure, Configuration configuration) {
        return StoragePlan.of(configuration).sqlUrl().flatMap(url -> SqlStartFailure.explain(failure, url));
    }

    private static String address(Configuration configuration) {
        return "Cannot listen on " + configuration.http().host() + ":"
                + configuration.http().port()
                + ", because another process does or it is no address of this machine; choose with "
                + Setting.PORT.argument() + " and " + Setting.HOST.argument() + ".";
    }
}
