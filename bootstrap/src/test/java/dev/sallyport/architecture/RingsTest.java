package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import dev.sallyport.architecture.offenders.adapters.sql.SqlGossip;
import dev.sallyport.architecture.offenders.application.FrameworkUseCase;
import dev.sallyport.architecture.offenders.application.SqlUseCase;
import dev.sallyport.architecture.offenders.domain.PaperBook;
import dev.sallyport.architecture.offenders.domain.borrowing.Borrower;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import org.junit.jupiter.api.Nested;

/** Who may know whom: outer rings know inner ones, never the other way round. */
final class RingsTest {

    @Nested
    class TheDomainKnowsALittleOfTheJdk implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.domain())
                    .should()
                    .onlyDependOnClassesThat(house.domain()
                            .or(resideInAnyPackage(
                                    "java.lang",
                                    "java.math",
                                    "java.util",
                                    "java.util.function",
                                    "java.util.random",
                                    "java.util.regex",
                                    "java.util.stream",
                                    "java.util.zip",
                                    "java.time..",
                                    "java.nio.charset",
                                    "java.security",
                                    "javax.crypto",
                                    "org.jspecify.annotations"))
                            .or(type(Normalizer.class))
                            .or(type(Normalizer.Form.class))
                            .or(type(ByteBuffer.class)))
                    .because("the model outlives every framework; names are compared in Unicode's normal form, and a"
                            + " refresh token is bytes before it is text, and an API key ends in a checksum");
        }

        @Override
        public Class<?> offender() {
            return PaperBook.class;
        }
    }

    @Nested
    class TheApplicationKnowsTheDomain implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.application())
                    .should()
                    .onlyDependOnClassesThat(house.application()
                            .or(house.domain())
                            .or(resideInAnyPackage("java..", "org.jspecify.annotations")))
                    .because("a use case runs in a test as it runs in production, over stores in memory");
        }

        @Override
        public Class<?> offender() {
            return FrameworkUseCase.class;
        }
    }

    @Nested
    class AdaptersDoNotKnowEachOther implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return slices().matching(house.root() + ".adapters.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a team takes the backends it has and leaves out the others");
        }

        @Override
        public Class<?> offender() {
            return SqlGossip.class;
        }
    }

    @Nested
    class OnlyTheRestAdapterDrivesUseCases implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return noClasses()
                    .that(house.adapters().and(not(house.adapter("rest"))))
                    .should()
                    .dependOnClassesThat(house.application())
                    .because("the others are driven: they serve ports of the domain and decide nothing");
        }

        @Override
        public Class<?> offender() {
            return SqlGossip.class;
        }
    }

    @Nested
    class OnlyBootstrapNamesAdapters implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.adapters())
                    .should()
                    .onlyHaveDependentClassesThat(house.adapters().or(house.bootstrap()))
                    .because("which backend keeps what is a setting");
        }

        @Override
        public Class<?> offender() {
            return SqlUseCase.class;
        }
    }

    @Nested
    class NobodyKnowsBootstrap implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return noClasses()
                    .that(not(house.bootstrap()))
                    .should()
                    .dependOnClassesThat(house.bootstrap())
                    .because("settings reach a class through its constructor");
        }

        @Override
        public Class<?> offender() {
            return SqlGossip.class;
        }
    }

    @Nested
    class MicronautStaysOutside implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return noClasses()
                    .that(not(house.adapters().or(house.bootstrap())))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.micronaut..", "jakarta..")
                    .because("moving to the next Micronaut must not touch a decision");
        }

        @Override
        public Class<?> offender() {
            return FrameworkUseCase.class;
        }
    }

    @Nested
    class NoTwoPackagesKnowEachOther implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return slices().matching(house.root() + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("settings, wiring and operations are rings too, though one module");
        }

        @Override
        public Class<?> offender() {
            return SqlGossip.class;
        }
    }

    @Nested
    class NoTwoConceptsOfTheDomainKnowEachOther implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return slices().matching(house.root() + ".domain.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a session knows its account, and an account can be understood without sessions");
        }

        @Override
        public Class<?> offender() {
            return Borrower.class;
        }
    }
}
