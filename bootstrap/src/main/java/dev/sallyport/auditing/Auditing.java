package dev.sallyport.auditing;

import dev.sallyport.adapters.crypto.key.KeyRing;
import dev.sallyport.adapters.crypto.key.WrongMasterKeyException;
import dev.sallyport.application.audit.Finding;
import dev.sallyport.application.audit.VerifyAuditLog;
import dev.sallyport.application.audit.VerifyAuditLog.Result;
import dev.sallyport.auditing.AuditCommand.AuditOption;
import dev.sallyport.command.Arguments;
import dev.sallyport.command.UsageException;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.operations.CheckpointLine;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.StoreFailure;
import dev.sallyport.wiring.TheMasterKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands {@code audit verify} and {@code audit export}. */
public final class Auditing {

    private static final String WORD = "audit";
    private static final int DONE = 0;
    private static final int FAILED = 1;
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
                case VERIFY -> verify(arguments, configuration);
                case EXPORT -> export(arguments, configuration);
            };
        } catch (UsageException | SettingsException refused) {
            return fail(refused, NOT_UNDERSTOOD);
        } catch (AuditFailure failure) {
            return fail(failure, FAILED);
        }
    }

    private int verify(Arguments arguments, Configuration configuration) {
        List<Checkpoint> witnesses =
                arguments.value(AuditOption.AGAINST).map(Auditing::witnesses).orElseGet(List::of);
        return withStores(configuration, stores -> verify(stores, witnesses, seal(stores, configuration)));
    }

    private int verify(OpenStores stores, List<Checkpoint> witnesses, AuditSeal seal) {
        VerifyAuditLog verify = new VerifyAuditLog(
                stores.accounts().auditStore(), stores.accounts().checkpoints(), seal);
        Result result = verify.verify(
                witnesses, finding -> out.println((terminal ? "\r\033[K" : "") + capitalised(finding)), this::show);
        out.print(terminal ? "\r\033[K" : "");
        return switch (result) {
            case Result.Whole(long records, long chains, long unsealed) -> whole(records, chains, unsealed, witnesses);
            case Result.Broken(long records, long findings) -> {
                out.printf("The audit log was changed; found in %,d records: %,d.%n", records, findings);
                yield FAILED;
            }
        };
    }

    private int whole(long records, long chains, long unsealed, List<Checkpoint> witnesses) {
        out.printf("The audit log is whole. Records: %,d; chains: %,d", records, chains);
        if (!witnesses.isEmpty()) {
            out.printf("; checkpoints in the log: %,d", witnesses.size());
        }
        out.println(".");
        if (unsealed > 0) {
            out.printf("Older than the first seal, so that nothing proves them: %,d.%n", unsealed);
        }
        return DONE;
    }

    private static String capitalised(Finding finding) {
        String text = finding.text();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private void show(long records) {
        if (terminal) {
            out.printf("\r\033[KRead %,d records.", records);
            out.flush();
        }
    }

    private int export(Arguments arguments, Configuration configuration) {
        Optional<Instant> from = arguments.value(AuditOption.FROM).map(text -> time(AuditOption.FROM, text));
        Optional<Instant> to = arguments.value(AuditOption.TO).map(text -> time(AuditOption.TO, text));
        return withStores(configuration, stores -> {
            String before = from.map(
                            time -> AuditEventId.firstAt(time.minusMillis(1)).toString())
                    .orElse("");
            try (Stream<AuditRecord> records =
                    stores.accounts().holdings().auditRecords().after(before)) {
                records.dropWhile(record ->
                                from.filter(record.event().at()::isBefore).isPresent())
                        .takeWhile(record -> to.isEmpty() || record.event().at().isBefore(to.get()))
                        .map(RecordLine::of)
                        .forEach(out::println);
            }
            return DONE;
        });
    }

    private static int withStores(Configuration configuration, Function<OpenStores, Integer> work) {
        StoragePlan plan = StoragePlan.of(configuration);
        try (OpenStores stores = OpenStores.of(plan)) {
            return work.apply(stores);
        } catch (StoreUnavailableException outage) {
            throw new AuditFailure(
                    plan.describe() + " did not answer; see that it runs, then repeat the command.", outage);
        } catch (AuditFailure explained) {
            throw explained;
        } catch (RuntimeException e) {
            throw StoreFailure.explain(e, plan)
                    .map(sentence -> new AuditFailure(sentence, e))
                    .orElseThrow(() -> e);
        }
    }

    private static AuditSeal seal(OpenStores stores, Configuration configuration) {
        try {
            return new AuditSeal(new KeyRing(
                            stores.accounts().keys(),
                            TheMasterKey.existing(configuration),
                            stores.random(),
                            stores.clock())
                    .auditKey());
        } catch (WrongMasterKeyException wrong) {
            throw new AuditFailure("The master key is not the one this store was made with.", wrong);
        }
    }

    private static List<Checkpoint> witnesses(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
            return lines.flatMap(line -> CheckpointLine.read(line).stream()).toList();
        } catch (IOException | RuntimeException e) {
            throw new UsageException(AuditOption.AGAINST.argument() + " names no file that can be read as a log.");
        }
    }

    private static Instant time(AuditOption option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(option.argument() + " takes a time like 2026-11-22T00:00:00Z.");
        }
    }

    private int fail(RuntimeException explained, int status) {
        err.println("sallyport: " + explained.getMessage());
        return status;
    }
}
