package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Shows that a contract fails where it should. The classes nested in an implementation are the contract over one wrong store each.
 * They are run from here alone: Surefire leaves out nested classes, and Jupiter descends only into those marked {@code @Nested}.
 */
interface BitingContract {

    Class<?> contract();

    /** A contract that is part of this one, and whose tests are shown to bite over another kind of store. */
    default Class<?> shownElsewhere() {
        return Void.class;
    }

    @TestFactory
    default Stream<DynamicTest> everyWrongStoreFailsAndEveryTestFailsOnAWrongStore() {
        Set<String> bitten = new TreeSet<>();
        Stream<DynamicTest> oneByOne = wrongStores().stream()
                .map(wrong -> dynamicTest(wrong.getSimpleName(), () -> bitten.addAll(failuresThatMustBe(wrong))));
        DynamicTest allTogether = dynamicTest(
                "every test of the contract failed", () -> assertThat(bitten).containsAll(tests()));
        return Stream.concat(oneByOne, Stream.of(allTogether));
    }

    private List<Class<?>> wrongStores() {
        return Arrays.stream(getClass().getDeclaredClasses())
                .filter(type -> contract().isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Set<String> failuresThatMustBe(Class<?> wrong) {
        Breaks breaks = wrong.getAnnotation(Breaks.class);
        Set<String> failures = failures(wrong);
        assertThat(failures).contains(breaks.value());
        if (breaks.nothingElse()) {
            assertThat(failures).containsOnly(breaks.value());
        }
        return failures;
    }

    private static Set<String> failures(Class<?> wrong) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(wrong))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(BitingContract::methodName)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> methodName(Event event) {
        return event.getTestDescriptor()
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName());
    }

    private Set<String> tests() {
        return Arrays.stream(contract().getMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .filter(method -> method.getDeclaringClass() != shownElsewhere())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
