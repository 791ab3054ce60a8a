package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.sallyport.architecture.offenders.adapters.sql.SqlShelf;
import dev.sallyport.domain.Holdings;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** A port lies beside the model; what serves it is called after it and keeps its contract. */
final class PortsTest {

    /** What keeps things is a store, or one of the two roles that are more than that. */
    private static final Pattern STORAGE = Pattern.compile("\\w+Store|AuditLog|AttemptLimiter");

    @Nested
    class StoragePortsAreCalledStores implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.adapter("sql").and(servePorts(house)))
                    .should(have(describe(
                            "a port called a store, an audit log or an attempt limiter",
                            type -> ports(type, house).allMatch(PortsTest::isStorage))))
                    .because("stores are found by searching for Store");
        }

        @Override
        public Class<?> offender() {
            return SqlShelf.class;
        }
    }

    @Nested
    class AdaptersAreCalledAfterTheirPort implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.adapters().and(servePorts(house)))
                    .should(have(describe(
                            "the name of the port at the end of its own",
                            type -> ports(type, house)
                                    .allMatch(port -> type.getSimpleName().endsWith(port.getSimpleName())))))
                    .because("SqlUserStore says which port and where");
        }

        @Override
        public Class<?> offender() {
            return SqlShelf.class;
        }
    }

    @Nested
    class EveryStoreKeepsItsContract implements HouseRule {

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(servePorts(house))
                    .and(describe("keep things", type -> ports(type, house).anyMatch(PortsTest::isStorage)))
                    .should(have(describe(
                            "a test in its module that implements the contract of each port and names it",
                            type -> ports(type, house).allMatch(port -> isTested(type, port)))))
                    .because("the ports' promises hold under concurrent calls, which no reader can see");
        }

        @Override
        public Class<?> offender() {
            return SqlShelf.class;
        }

        @Override
        public Map<String, String> exceptions() {
            return Map.of(
                    "dev.sallyport.operations.MeteredAuditLog", "counts what it passes on to a log that is tested");
        }
    }

    private static DescribedPredicate<JavaClass> servePorts(House house) {
        return describe("serve a port", type -> ports(type, house).findAny().isPresent());
    }

    /** {@link Holdings} is no port: use cases do not see it, and a store has it beside the port it is called after. */
    private static Stream<JavaClass> ports(JavaClass type, House house) {
        return house.domain().test(type)
                ? Stream.empty()
                : type.getAllRawInterfaces().stream()
                        .filter(house.domain())
                        .filter(port -> !port.isEquivalentTo(Holdings.class));
    }

    static boolean isStorage(JavaClass port) {
        return STORAGE.matcher(port.getSimpleName()).matches();
    }

    private static boolean isTested(JavaClass store, JavaClass port) {
        Pattern contract = Pattern.compile("(implements|extends)\\b[^{]*\\b" + port.getSimpleName() + "Contract\\b");
        Pattern name = Pattern.compile("\\b" + store.getSimpleName() + "\\b");
        return MavenModule.of(store).tests().stream()
                .anyMatch(test ->
                        contract.matcher(test).find() && name.matcher(test).find());
    }
}
