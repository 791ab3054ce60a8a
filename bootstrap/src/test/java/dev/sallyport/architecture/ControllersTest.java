package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.sallyport.architecture.offenders.adapters.rest.OpenController;
import dev.sallyport.domain.token.AccessClaims;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Controllers translate between HTTP and use cases, and nobody else does. */
final class ControllersTest {

    @Nested
    class ControllersReturnNothingOfTheInnerRings implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return methods()
                    .that(areRoutes())
                    .should(have(describe(
                            "a return type of its own",
                            route -> route.getReturnType().getAllInvolvedRawTypes().stream()
                                    .noneMatch(house.domain().or(house.application())))))
                    .because("a field added to the domain must not appear in an answer by itself");
        }

        @Override
        public Class<?> offender() {
            return OpenController.class;
        }
    }

    @Nested
    class ControllersAreNobodysToCall implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that()
                    .areAnnotatedWith(Controller.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveModifier(JavaModifier.FINAL)
                    .because("only the router calls them");
        }

        @Override
        public Class<?> offender() {
            return OpenController.class;
        }
    }

    @Nested
    class EveryRouteSaysWhoMayCallIt implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return methods()
                    .that(areRoutes())
                    .should()
                    .beAnnotatedWith(Secured.class)
                    .orShould()
                    .beDeclaredInClassesThat()
                    .areAnnotatedWith(Secured.class)
                    .because("public is a decision too");
        }

        @Override
        public Class<?> offender() {
            return OpenController.class;
        }
    }

    @Nested
    class OnlySigningOutIsSparedTheQuestionWhetherTheSessionLives implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return methods()
                    .that(areRoutes())
                    .should(have(describe(
                            "no claims of an access token among the parameters, but a caller",
                            route -> route.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(AccessClaims.class)))))
                    .because("claims tell what was so when the token was issued");
        }

        @Override
        public Class<?> offender() {
            return OpenController.class;
        }

        @Override
        public Map<String, String> exceptions() {
            return Map.of(
                    "dev.sallyport.adapters.rest.token.AuthController.logout", "is told by ending it whether it lived");
        }
    }

    private static DescribedPredicate<JavaMethod> areRoutes() {
        return describe("are routes", method -> method.isMetaAnnotatedWith(HttpMethodMapping.class));
    }
}
