package dev.sallyport.auditing;

import dev.sallyport.command.Arguments;
import dev.sallyport.command.UsageException;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands {@code audit verify} and {@code audit export}. */
public final class Auditing {

    private static final String WORD = "audit";
    static final int DONE = 0;
    static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Function<List<String>, Configuration> settings;

    /**
     * @param terminal whether {@code out} is one
     * @param settings reads options of the service's, and the environment; throws {@link SettingsException}
     */
    public Auditing(
            PrintStream out, PrintStream err, boolean terminal, Function<List<String>, Configuration> settings) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.settings = settings;
    }

    /** Whether it is for this class that somebody typed these words. */
    public static boolean isAskedFor(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals(WORD);
    }

    /** Does what the words say. Returns the exit status: 0 when all is whole, 1 when not, 2 for words that say nothing. */
    public int run(List<String> words) {
        Optional<AuditCommand> command = words.size() < 2 ? Optional.empty() : AuditCommand.of(words.get(1));
        boolean help = words.contains("--help") || words.contains("-h");
        if (command.isEmpty() || help) {
            (help ? out : err).print(command.map(AuditHelp::of).orElseGet(AuditHelp::text));
            return help ? DONE : NOT_UNDERSTOOD;
        }
        try {
            Arguments arguments =
                    Arguments.parse(command.get().words(), command.get().options(), words.subList(2, words.size()));
            Configuration configuration = settings.apply(arguments.settings());
            return switch (command.get()) {
                case VERIFY -> new Verifying(out, terminal).run(arguments, configuration);
                case EXPORT -> new Exporting(out).run(arguments, configuration);
            };
        } catch (UsageException | SettingsException refused) {
            return fail(refused, NOT_UNDERSTOOD);
        } catch (AuditFailure failure) {
            return fail(failure, FAILED);
        }
    }

    private int fail(RuntimeException explained, int status) {
        err.println("sallyport: " + explained.getMessage());
        return status;
    }
}
