package dev.sallyport.auditing;

import dev.sallyport.adapters.crypto.key.KeyFileException;
import dev.sallyport.adapters.crypto.key.KeyRing;
import dev.sallyport.adapters.crypto.key.MasterKey;
import dev.sallyport.adapters.crypto.key.WrongMasterKeyException;
import dev.sallyport.application.audit.Finding;
import dev.sallyport.application.audit.VerifyAuditLog;
import dev.sallyport.application.audit.VerifyAuditLog.Result;
import dev.sallyport.auditing.AuditCommand.AuditOption;
import dev.sallyport.command.Arguments;
import dev.sallyport.command.UsageException;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.operations.CheckpointLine;
import dev.sallyport.settings.Configuration;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.TheMasterKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code audit verify}. */
final class Verifying {

    private final PrintStream out;
    private final boolean terminal;

    Verifying(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    int run(Arguments arguments, Configuration configuration) {
        List<Checkpoint> witnesses = arguments.values(AuditOption.AGAINST).stream()
                .flatMap(file -> witnesses(file).stream())
                .distinct()
                .toList();
        MasterKey master = masterKey(configuration);
        return Accounts.read(configuration, stores -> verify(stores, witnesses, seal(stores, master)));
    }

    private int verify(OpenStores stores, List<Checkpoint> witnesses, AuditSeal seal) {
        VerifyAuditLog verify = new VerifyAuditLog(
                stores.accounts().auditStore(), stores.accounts().checkpoints(), seal);
        Result result = verify.verify(
                witnesses, finding -> out.println((terminal ? "\r\033[K" : "") + capitalised(finding)), this::show);
        out.print(terminal ? "\r\033[K" : "");
        show(witnesses, seal);
        return switch (result) {
            case Result.Whole(long records, long chains, long unsealed, Optional<Instant> latest) -> {
                out.printf("The audit log is whole. Records: %,d; chains: %,d%s.%n", records, chains, describe(latest));
                showUnsealed(unsealed);
                yield Auditing.DONE;
            }
            case Result.Broken(long records, long findings, Optional<Instant> latest) -> {
                out.printf(
                        "The audit log was changed; found: %,d. Records: %,d%s.%n",
                        findings, records, describe(latest));
                yield Auditing.FAILED;
            }
            case Result.Nothing(long unsealed) -> {
                showUnsealed(unsealed);
                out.println("There is no sealed record: either nothing has happened yet, or everything was removed.");
                yield Auditing.FAILED;
            }
        };
    }

    /** A day on which nothing happened tells of records that are gone, to whoever knows that something did. */
    private static String describe(Optional<Instant> latest) {
        return latest.map(time -> "; the latest of " + time).orElse("");
    }

    private void show(List<Checkpoint> witnesses, AuditSeal seal) {
        if (!witnesses.isEmpty()) {
            long ours = witnesses.stream().filter(seal::holds).count();
            out.printf(
                    "Checkpoints in the logs: %,d; signed with another key, and ignored: %,d.%n",
                    ours, witnesses.size() - ours);
        }
    }

    private void showUnsealed(long unsealed) {
        if (unsealed > 0) {
            out.printf("Older than the first seal, so that nothing proves them: %,d.%n", unsealed);
        }
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

    private static MasterKey masterKey(Configuration configuration) {
        try {
            return TheMasterKey.existing(configuration);
        } catch (KeyFileException unusable) {
            throw new AuditFailure(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static AuditSeal seal(OpenStores stores, MasterKey master) {
        try {
            return new KeyRing(stores.accounts().keys(), master, stores.random(), stores.clock())
                    .existingAuditKey()
                    .map(AuditSeal::new)
                    .orElseThrow(() -> new AuditFailure(
                            "There is no audit key in this store: no service of this version has run on it, or somebody"
                                    + " removed it.",
                            null));
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
}
