package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.sallyport.architecture.offenders.application.ManyUseCases;
import org.junit.jupiter.api.Nested;

/** A use case is the driving port: one class, one method, and every outcome told. */
final class UseCasesTest {

    @Nested
    class TheApplicationIsFinal implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.application())
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areNotInterfaces()
                    .should()
                    .haveModifier(FINAL)
                    .because("a use case is composed, never inherited");
        }

        @Override
        public Class<?> offender() {
            return ManyUseCases.class;
        }
    }

    @Nested
    class AUseCaseHasOnePublicMethod implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(areUseCases(house))
                    .should(have(describe("one public method", UseCasesTest::onePublicMethod)))
                    .because("who calls it needs no more, and two would be two use cases");
        }

        @Override
        public Class<?> offender() {
            return ManyUseCases.class;
        }
    }

    @Nested
    class OutcomesAreSealed implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.application())
                    .and()
                    .haveSimpleName("Result")
                    .should(have(describe(
                            "every case named", result -> result.reflect().isSealed())))
                    .because("a new outcome must not compile until everybody has answered it");
        }

        @Override
        public Class<?> offender() {
            return ManyUseCases.Result.class;
        }
    }

    private static DescribedPredicate<JavaClass> areUseCases(House house) {
        return house.application()
                .and(describe("have a Result", type -> house.classes().contain(type.getName() + "$Result")));
    }

    private static boolean onePublicMethod(JavaClass type) {
        return type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(PUBLIC))
                        .filter(method -> !method.getModifiers().contains(SYNTHETIC))
                        .count()
                == 1;
    }
}
