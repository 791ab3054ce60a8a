package dev.sallyport.move;

import dev.sallyport.application.move.Household;
import dev.sallyport.application.move.Kind;
import dev.sallyport.application.move.MoveHouse;
import dev.sallyport.application.move.MoveHouse.Result;
import dev.sallyport.command.Arguments;
import dev.sallyport.command.UsageException;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.move.Command.Option;
import dev.sallyport.move.file.Backup;
import dev.sallyport.move.file.BackupException;
import dev.sallyport.move.file.BackupWriter;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that move a household: {@code move}, {@code export} and {@code import}. */
public final class Moving {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    /** What lies where the tokens are; everything else lies where the accounts are. */
    private static final Set<Kind<?>> TOKENS = Set.of(Kind.SESSIONS, Kind.ONE_TIME_TOKENS);

    private static final String SAME_MASTER_KEY =
            "Start the service on it with the master key it has now: keys were carried as they were sealed.";

    private static final String KEEP_SECRET =
            "The file has password hashes in it: keep it as you keep the database," + " and the master key elsewhere.";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Function<List<String>, Configuration> settings;

    /**
     * @param terminal whether {@code out} is one
     * @param settings reads options of the service's, and the environment; throws {@link SettingsException}
     */
    public Moving(PrintStream out, PrintStream err, boolean terminal, Function<List<String>, Configuration> settings) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.settings = settings;
    }

    /** Whether it is for this class that somebody typed these words. */
    public static boolean isAskedFor(List<String> words) {
        return !words.isEmpty() && Command.of(words.getFirst()).isPresent();
    }

    /** Does what the words say. Returns the exit status: 0 when everything has arrived, 1 when not, 2 for words that say nothing. */
    public int run(List<String> words) {
        Command command = Command.of(words.getFirst()).orElseThrow();
        if (words.contains("--help") || words.contains("-h")) {
            out.print(CommandHelp.of(command));
            return DONE;
        }
        try {
            Arguments arguments = Arguments.parse(command.word(), command.options(), words.subList(1, words.size()));
            Configuration configuration = settings.apply(arguments.settings());
            switch (command) {
                case MOVE -> move(arguments, configuration);
                case EXPORT -> exportTo(file(arguments), arguments, configuration);
                case IMPORT -> importFrom(file(arguments), arguments, configuration);
            }
            return DONE;
        } catch (UsageException | SettingsException refused) {
            return fail(refused, NOT_UNDERSTOOD);
        } catch (MoveFailure | BackupException failure) {
            Logger log = LoggerFactory.getLogger(Moving.class);
            log.debug("The move failed", failure);
            return fail(failure, FAILED);
        }
    }

    private void move(Arguments arguments, Configuration configuration) {
        Side from = Side.of(Side.Names.SOURCE, arguments, configuration);
        Side to = target(arguments, configuration);
        List<Kind<?>> kinds = kindsThatMove(from, to);
        try (DatabaseHouse source = DatabaseHouse.open(from);
                DatabaseHouse target = DatabaseHouse.open(to)) {
            Report report = begin(source.describe(), target.describe());
            boolean resume = arguments.has(Option.RESUME);
            Result result = withProgress(
                    List.of(source, target),
                    moveHouse -> moveHouse.move(source.household(), target.household(), kinds, resume));
            report.tell(result, SAME_MASTER_KEY);
        }
    }

    private void exportTo(Path file, Arguments arguments, Configuration configuration) {
        Side from = Side.of(Side.Names.SOURCE, arguments, configuration);
        try (DatabaseHouse source = DatabaseHouse.open(from);
                BackupWriter backup = BackupWriter.create(file)) {
            Report report = begin(source.describe(), file.toString());
            Result result = withProgress(
                    List.of(source),
                    moveHouse -> moveHouse.move(source.household(), backup.household(), Kind.all(), false));
            if (result instanceof Result.Moved || result instanceof Result.Incomplete) {
                backup.finish();
            }
            report.tell(result, KEEP_SECRET);
        }
    }

    private void importFrom(Path file, Arguments arguments, Configuration configuration) {
        Side to = target(arguments, configuration);
        Household backup = Backup.check(file);
        try (DatabaseHouse target = DatabaseHouse.open(to)) {
            Report report = begin(file.toString(), target.describe());
            boolean resume = arguments.has(Option.RESUME);
            Result result = withProgress(
                    List.of(target), moveHouse -> moveHouse.move(backup, target.household(), Kind.all(), resume));
            report.tell(result, SAME_MASTER_KEY);
        }
    }

    private static Path file(Arguments arguments) {
        String file = arguments
                .value(Option.FILE)
                .orElseThrow(() -> new UsageException("Say which file with " + Option.FILE.argument() + "."));
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException(Option.FILE.argument() + " is no path of a file.");
        }
    }

    private static Side target(Arguments arguments, Configuration configuration) {
        Side target = Side.of(Side.Names.TARGET, arguments, configuration);
        if (target.isVolatile()) {
            throw new UsageException("What is moved into memory is gone when this command ends; name a database with "
                    + Option.TO.argument() + ".");
        }
        return target;
    }

    /** What lies in one and the same database on both sides stays there. */
    private static List<Kind<?>> kindsThatMove(Side from, Side to) {
        List<Kind<?>> kinds = Kind.all().stream()
                .filter(kind -> TOKENS.contains(kind) ? !from.keepsTokensWith(to) : !from.keepsAccountsWith(to))
                .toList();
        if (kinds.isEmpty()) {
            throw new UsageException("Source and target are the same; name another with " + Option.FROM.argument()
                    + " or " + Option.TO.argument() + ".");
        }
        return kinds;
    }

    private Report begin(String source, String target) {
        out.println("From " + source + " to " + target + ".");
        return new Report(out, source, target);
    }

    private Result withProgress(List<DatabaseHouse> houses, Function<MoveHouse, Result> move) {
        InstantSource clock = houses.getFirst().clock();
        try (ProgressLine progress = new ProgressLine(out, terminal)) {
            return move.apply(new MoveHouse(clock, progress));
        } catch (StoreUnavailableException outage) {
            String away = houses.stream()
                    .filter(DatabaseHouse::isOutOfReach)
                    .map(DatabaseHouse::describe)
                    .findFirst()
                    .orElse("A store");
            throw new MoveFailure(
                    away + " did not answer; see that it runs, then repeat the command with " + Option.RESUME.argument()
                            + ", which goes on with what has not arrived.",
                    outage);
        }
    }

    private int fail(RuntimeException explained, int status) {
        err.println("sallyport: " + explained.getMessage());
        return status;
    }
}
