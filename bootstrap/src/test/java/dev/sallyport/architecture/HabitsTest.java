package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.sallyport.architecture.offenders.Foundation;
import dev.sallyport.architecture.offenders.domain.IBookUtils;
import dev.sallyport.architecture.offenders.unmarked.Unmarked;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;

/** What holds in every ring. */
final class HabitsTest {

    @Nested
    class TimeAndChanceComeThroughTheConstructor implements HouseRule {

        private static final Set<String> CHANCE = Set.of(
                "java.lang.Math.random",
                "java.security.SecureRandom.<init>",
                "java.util.Random.<init>",
                "java.util.SplittableRandom.<init>",
                "java.util.UUID.randomUUID",
                "java.util.concurrent.ThreadLocalRandom.current");

        @Override
        public ArchRule in(House house) {
            return noClasses()
                    .should()
                    .accessTargetWhere(describe(
                            "it tells the time or throws dice",
                            access -> isTime(access) || CHANCE.contains(target(access))))
                    .because("a test turns the clock, and every instant has whole milliseconds");
        }

        @Override
        public Class<?> offender() {
            return Foundation.class;
        }

        @Override
        public Map<String, String> exceptions() {
            return Map.of(
                    "dev.sallyport.wiring.Basics", "hands both to everybody else",
                    "dev.sallyport.wiring.TheMasterKey", "may make it, before anything is wired",
                    "dev.sallyport.adapters.rest.http.RequestId", "names a request; nothing is decided by it");
        }

        private static boolean isTime(JavaAccess<?> access) {
            return target(access).equals("java.lang.System.currentTimeMillis")
                    || target(access).matches("java\\.time\\..+\\.(now|system\\w*|tick\\w*)");
        }

        private static String target(JavaAccess<?> access) {
            return access.getTargetOwner().getName() + "." + access.getName();
        }
    }

    @Nested
    class EveryPackageIsNullMarked implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .should(have(describe(
                            "a package that is @NullMarked",
                            type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                    .because("elsewhere the compiler does not ask what may be null");
        }

        @Override
        public Class<?> offender() {
            return Unmarked.class;
        }
    }

    @Nested
    class NamesSayWhatAClassIsFor implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Repository|Port)")
                    .orShould()
                    .haveNameMatching(".*[.$]I[A-Z][a-z]\\w*")
                    .because("such a name fits anything, and soon holds everything");
        }

        @Override
        public Class<?> offender() {
            return IBookUtils.class;
        }
    }

    @Nested
    class OnlyTheCommandLinePrints implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return noClasses().should(ACCESS_STANDARD_STREAMS).because("the log has a format and a level");
        }

        @Override
        public Class<?> offender() {
            return Foundation.class;
        }

        @Override
        public Map<String, String> exceptions() {
            return Map.of("dev.sallyport.Application", "is the command line");
        }
    }

    @Nested
    class ThereIsOneLog implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return noClasses().should(USE_JAVA_UTIL_LOGGING).because("it is slf4j's");
        }

        @Override
        public Class<?> offender() {
            return Foundation.class;
        }
    }

    @Nested
    class NothingIsInjectedIntoFields implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("a constructor gives a whole object, or none");
        }

        @Override
        public Class<?> offender() {
            return Foundation.class;
        }
    }
}
