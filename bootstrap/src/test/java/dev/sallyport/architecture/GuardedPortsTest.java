package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.backend.TestServer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever port keeps things, what serves it stands behind a breaker when its database is remote, and behind nothing when it is not. */
final class GuardedPortsTest {

    private static final List<JavaClass> PORTS = House.SALLYPORT.classes().stream()
            .filter(House.SALLYPORT.domain().and(JavaClass.Predicates.INTERFACES))
            .filter(PortsTest::isStorage)
            .toList();

    @Test
    void everyPortToARemoteDatabaseIsGuarded(@TempDir Path data) {
        try (StartedService service = serviceOn(TestServer.mongo().freshUrl(), data)) {
            assertThat(PORTS)
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(port -> assertThat(server(service, port)).matches(Proxy::isProxyClass));
        }
    }

    @Test
    void noPortToADatabaseInTheProcessIs(@TempDir Path data) {
        try (StartedService service = serviceOn("memory:", data)) {
            assertThat(PORTS)
                    .allSatisfy(port -> assertThat(server(service, port)).matches(type -> !Proxy.isProxyClass(type)));
        }
    }

    private static Class<?> server(StartedService service, JavaClass port) {
        return service.service().context().getBean(port.reflect()).getClass();
    }

    private static StartedService serviceOn(String url, Path data) {
        return StartedService.with(Map.of("data", data.toString(), "storage.accounts.url", url));
    }
}
