package dev.sallyport.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class BackendTallyTest {

    @TempDir
    private Path folder;

    @Test
    void testsAreCountedUnderTheBackendOfTheirClass() {
        String table = run(OnH2.class, OnMemory.class, OnNothing.class).getLast();

        assertThat(table.lines().skip(1))
                .containsExactly(
                        "backend  provided           passed    failed",
                        "H2       in this process         5         1",
                        "memory   in this process         1         0");
    }

    @Test
    void theNextModuleAddsItsOwn() {
        run(OnH2.class);

        String table = run(OnH2.class, OnBoth.class).getLast();

        assertThat(table.lines().skip(1))
                .containsExactly(
                        "backend      provided           passed    failed",
                        "H2           in this process        10         2",
                        "H2 + memory  in this process         1         0");
    }

    @Test
    void aClassThatCannotBePreparedHasFailed() {
        String table = run(Unprepared.class).getLast();

        assertThat(table.lines().skip(2)).containsExactly("SQLite   in this process         0         1");
    }

    @Test
    void aNameThatIsNoBackendsFailsTheClass() {
        String table = run(OnSomethingElse.class).getLast();

        assertThat(table.lines().skip(2)).containsExactly("H3       no such backend         0         1");
    }

    @Test
    void whatCannotBeHadHasItsLineToo() {
        TestServer mySql = TestServer.mySql();

        String table = run(OnMySql.class).getLast();

        assertThat(table.lines().skip(2).toList())
                .singleElement()
                .asString()
                .matches("MySQL +" + Pattern.quote(mySql.provided()) + " +" + (mySql.isAvailable() ? 1 : 0) + " +0");
    }

    @Test
    void whereNothingIsOnABackendNothingIsPrinted() {
        List<String> tables = run(OnNothing.class);

        assertThat(tables).isEmpty();
    }

    private List<String> run(Class<?>... tests) {
        List<String> printed = new ArrayList<>();
        BackendTally tally = new BackendTally(new BackendTable(folder.resolve("run.tsv")), printed::add);
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Stream.of(tests)
                                        .map(test -> selectClass(test))
                                        .toList())
                                .build(),
                        tally);
        return printed;
    }

    @OnBackend("H2")
    static class OnH2 {

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new AssertionError("as it should");
        }

        @Test
        void isNotMeant() {
            Assumptions.abort();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void passesOftener(int number) {
            assertThat(number).isPositive();
        }

        @TestFactory
        Stream<DynamicTest> passesDynamically() {
            return Stream.of(DynamicTest.dynamicTest("passes", () -> {}));
        }

        @Nested
        class Inside {
            @Test
            void passes() {}
        }
    }

    @OnBackend("memory")
    static class OnMemory {
        @Test
        void passes() {}
    }

    @OnBackend("H2 + memory")
    static class OnBoth extends OnMemory {}

    static class OnNothing {
        @Test
        void passes() {}
    }

    @OnBackend("H3")
    static class OnSomethingElse extends OnNothing {}

    @OnBackend("MySQL")
    static class OnMySql extends OnNothing {}

    @OnBackend("SQLite")
    static class Unprepared extends OnNothing {
        @BeforeAll
        static void fail() {
            throw new AssertionError("as it should");
        }
    }
}
