package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledProcessTest {

    private static final int ENOUGH = 500;

    @Test
    void whatWasAcknowledgedIsThereAfterTheProcessWasKilled(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<UserId> acknowledged = new ArrayList<>();
        Process process = start(folder);
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                // The last line may be cut short
                UserId.parse(line).ifPresent(acknowledged::add);
                if (acknowledged.size() == ENOUGH) {
                    // By its handle, because Process would close the output with what is still in it
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();

        try (SqlDatabase database = SqlDatabase.in(folder)) {
            UserStore store = database.get(SqlUserStore.class);

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(acknowledged).extracting(store::find).allMatch(Optional::isPresent);
        }
    }

    private static Process start(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AddsAccountsUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
