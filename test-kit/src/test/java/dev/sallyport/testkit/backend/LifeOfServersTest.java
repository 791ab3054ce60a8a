package dev.sallyport.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class LifeOfServersTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theyEndWithTheJvmWhetherItIsKilledOrTerminated(boolean killed) throws Exception {
        Process jvm = start("binaries", Map.of());
        List<Server> servers = servers(jvm);
        List<Path> folders = ServerFiles.dataFolders(jvm.pid());

        if (killed) {
            jvm.destroyForcibly();
        } else {
            jvm.destroy();
        }
        jvm.waitFor();

        assertThat(servers).hasSize(3);
        assertThat(folders).hasSize(3);
        until(() -> servers.stream().noneMatch(Server::listens));
        until(() -> folders.stream().noneMatch(Files::exists));
    }

    @Test
    void theOnesThatTheEnvironmentNamesAreTakenAndStay() throws Exception {
        Map<String, String> given = Map.of(
                "SALLYPORT_TEST_POSTGRES_URL", TestServer.postgres().url().toString(),
                "SALLYPORT_TEST_MARIADB_URL", TestServer.mariaDb().url().toString(),
                "SALLYPORT_TEST_MONGO_URL", TestServer.mongo().url().toString(),
                "SALLYPORT_TEST_REDIS_URL", TestServer.redis().url().toString());

        Process jvm = start("servers", given);
        List<Server> servers = servers(jvm);
        jvm.outputWriter().close();
        jvm.waitFor();

        assertThat(servers).extracting(Server::provided).containsExactlyInAnyOrderElementsOf(given.keySet());
        assertThat(servers)
                .extracting(Server::port)
                .containsExactly(
                        TestServer.postgres().address().getPort(),
                        TestServer.mariaDb().address().getPort(),
                        TestServer.mongo().address().getPort(),
                        TestServer.redis().address().getPort());
        assertThat(servers).allMatch(Server::listens);
    }

    private static Process start(String what, Map<String, String> environment) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServersOfAJvm.class.getName(),
                what);
        java.environment().putAll(environment);
        return java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<Server> servers(Process jvm) throws IOException {
        List<Server> servers = new ArrayList<>();
        BufferedReader lines = jvm.inputReader();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            List<String> fields = List.of(line.split("\t", -1));
            servers.add(new Server(ServerUrl.of(fields.getFirst()), fields.getLast()));
        }
        return servers;
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("It took too long");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private record Server(ServerUrl url, String provided) {

        int port() {
            return url.address().getPort();
        }

        boolean listens() {
            try (Socket socket = new Socket()) {
                socket.connect(url.address());
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
