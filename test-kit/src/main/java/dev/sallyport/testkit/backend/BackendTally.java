package dev.sallyport.testkit.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests on each {@linkplain OnBackend backend} and prints the table when a module's have run: all that this run of Maven
 * has counted so far, so that the last module's is the whole. JUnit finds it wherever the kit is on the class path.
 */
public final class BackendTally implements TestExecutionListener {

    private final BackendTable table;
    private final Consumer<String> printer;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    /** As JUnit makes it. */
    public BackendTally() {
        this(BackendTable.ofThisRun(), System.out::print);
    }

    BackendTally(BackendTable table, Consumer<String> printer) {
        this.table = table;
        this.printer = printer;
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        tallyOf(skipped);
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        tallyOf(finished).ifPresent(tally -> tally.count(finished, result));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (tallies.isEmpty()) {
            return;
        }
        List<BackendCount> counts = tallies.entrySet().stream()
                .map(entry -> entry.getValue().on(entry.getKey()))
                .toList();
        tallies.clear();
        try {
            table.add(counts);
            printer.accept("\n" + table.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes one at zero too: what was skipped has its line in the table. */
    private Optional<Tally> tallyOf(TestIdentifier test) {
        return test.getSource()
                .flatMap(BackendTally::testClass)
                .flatMap(Backends::of)
                .map(backends -> tallies.computeIfAbsent(backends, none -> new Tally()));
    }

    private static Optional<Class<?>> testClass(TestSource source) {
        return switch (source) {
            case ClassSource ofClass -> Optional.of(ofClass.getJavaClass());
            case MethodSource ofMethod -> Optional.of(ofMethod.getJavaClass());
            default -> Optional.empty();
        };
    }

    private static final class Tally {

        private final LongAdder passed = new LongAdder();
        private final LongAdder failed = new LongAdder();

        /** A container counts where it fails itself, in {@code @BeforeAll} say: its tests did not run. */
        void count(TestIdentifier finished, TestExecutionResult result) {
            switch (result.getStatus()) {
                case SUCCESSFUL -> passed.add(finished.isTest() ? 1 : 0);
                case FAILED -> failed.increment();
                case ABORTED -> {
                    // An assumption did not hold: neither.
                }
            }
        }

        BackendCount on(String backends) {
            return new BackendCount(backends, Backends.provided(backends), passed.sum(), failed.sum());
        }
    }
}
