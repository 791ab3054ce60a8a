package dev.sallyport;

import dev.sallyport.auditing.Auditing;
import dev.sallyport.move.Moving;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Help;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line: starts a service and keeps it until SIGTERM or Ctrl-C, moves what a service keeps, or reads its audit
 * log.
 */
public final class Application {

    private static final int FAILURE = 1;

    private Application() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (Moving.isAskedFor(given)) {
            System.exit(moving().run(given));
        } else if (Auditing.isAskedFor(given)) {
            System.exit(auditing().run(given));
        } else if (given.contains("--help") || given.contains("-h")) {
            System.out.print(Help.text());
        } else if (given.contains("--version")) {
            System.out.println("sallyport " + Version.text());
        } else {
            run(given);
        }
    }

    private static void run(List<String> arguments) {
        try {
            Service service = Service.start(configured(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
            // Not logged: logs are shipped to where people read who may not have it
            service.setUpOffer().ifPresent(offer -> System.out.print(SetUpNotice.text(service.uri(), offer)));
        } catch (SettingsException refused) {
            fail(refused);
        } catch (StartFailure failure) {
            Logging.debug(failure);
            fail(failure);
        }
    }

    private static Moving moving() {
        Logging.toStandardError();
        return new Moving(System.out, System.err, Logging.isOnTerminal(), Application::configured);
    }

    private static Auditing auditing() {
        Logging.toStandardError();
        return new Auditing(System.out, System.err, Logging.isOnTerminal(), Application::configured);
    }

    private static Configuration configured(List<String> arguments) {
        Configuration configuration = Configuration.of(SettingsReader.read(arguments, properties(), System.getenv()));
        Logging.configure(configuration.log());
        return configuration;
    }

    private static void fail(RuntimeException explained) {
        System.err.println("sallyport: " + explained.getMessage());
        System.exit(FAILURE);
    }

    private static Map<String, String> properties() {
        return System.getProperties().entrySet().stream()
                .collect(Collectors.toMap(
                        property -> property.getKey().toString(),
                        property -> property.getValue().toString()));
    }
}
