package dev.sallyport;

import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Help;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line: starts a service and keeps it until SIGTERM or Ctrl-C. */
public final class Application {

    private static final int FAILURE = 1;

    private Application() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(Help.text());
        } else if (given.contains("--version")) {
            System.out.println("sallyport " + Version.text());
        } else {
            run(given);
        }
    }

    private static void run(List<String> arguments) {
        try {
            Configuration configuration =
                    Configuration.of(SettingsReader.read(arguments, properties(), System.getenv()));
            Logging.configure(configuration.log());
            Service service = Service.start(configuration);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
        } catch (SettingsException refused) {
            fail(refused);
        } catch (StartFailure failure) {
            Logging.debug(failure);
            fail(failure);
        }
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
