package dev.sallyport.start;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;

import dev.sallyport.testkit.journey.Api;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FullDiskTest {

    @Test
    void aDiskThatFillsUpIsAnsweredWith503AndSpaceThatReturnsIsUsedWithoutARestart(@TempDir Path data) {
        try (TinyDisk disk = TinyDisk.mount(data, "8m");
                ServiceProcess service = ServiceProcess.start(
                        Launch.on(data, "--hashing.bcrypt-cost", "10", "--throttle.enabled", "false"))) {
            Api api = service.api();
            String ada = register(api).text("/user/email");

            disk.fill();

            login(api, ada, PASSWORD).expect(503, "store.unavailable");
            login(api, ada, PASSWORD).expect(503, "store.unavailable");

            disk.free();

            login(api, ada, PASSWORD).expect(200);
            register(api);
        }
    }
}
