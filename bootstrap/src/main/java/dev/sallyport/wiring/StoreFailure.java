package dev.sallyport.wiring;

import dev.sallyport.settings.Setting;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a database could not be opened. */
public final class StoreFailure {

    /** Less than the embedded database needs to begin. */
    private static final long NO_SPACE = 1 << 20;

    private StoreFailure() {}

    /**
     * One sentence for the operator that names the database, the cause and the way out, and no password; empty if the failure has
     * nothing to do with a database of the plan.
     */
    public static Optional<String> explain(Throwable failure, StoragePlan plan) {
        return plan.dataFolder()
                .flatMap(folder -> explainEmbedded(failure, plan, folder))
                .or(() -> explainChosen(failure, plan));
    }

    private static Optional<String> explainEmbedded(Throwable failure, StoragePlan plan, Path folder) {
        if (isFull(folder)) {
            return Optional.of("There is no space left for the database in " + folder
                    + "; free some, or name a folder on another disk with " + Setting.DATA.argument() + ".");
        }
        if (plan.isOneDatabase() && endsTooEarly(failure)) {
            return Optional.of("The database in " + folder
                    + " is damaged, because its file ends too early; restore it from a backup.");
        }
        return Optional.empty();
    }

    private static Optional<String> explainChosen(Throwable failure, StoragePlan plan) {
        return areAlike(plan) && opensWithoutTokens(plan)
                ? plan.tokens().explain(failure)
                : plan.accounts().explain(failure).or(() -> plan.tokens().explain(failure));
    }

    /** Two databases of one technology fail alike, so the failure does not tell which of them it is about. */
    private static boolean areAlike(StoragePlan plan) {
        return !plan.isOneDatabase()
                && plan.accounts().backend().equals(plan.tokens().backend());
    }

    private static boolean opensWithoutTokens(StoragePlan plan) {
        try {
            OpenStores.of(plan.accountsAlone()).close();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Asked of the disk, since H2 closes itself over the failed write and what arrives here says only that it is closed. */
    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NO_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean endsTooEarly(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(EOFException.class::isInstance);
    }
}
