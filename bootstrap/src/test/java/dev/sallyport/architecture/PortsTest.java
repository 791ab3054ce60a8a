package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.sallyport.application.move.Household;
import dev.sallyport.architecture.offenders.adapters.sql.SqlAttic;
import dev.sallyport.architecture.offenders.adapters.sql.SqlShelf;
import dev.sallyport.domain.Holdings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** A port lies beside the model; what serves it is called after it and keeps its contract. */
final class PortsTest {

    /** What keeps things is a store, or one of the two roles that are more than that. */
    private static final Pattern STORAGE = Pattern.compile("\\w+Store|AttemptLimiter");

    /** Of ports whose promises take more than the one contract called after them. */
    private static final Map<String, List<String>> CONTRACTS =
            Map.of("UserStore", List.of("UserStoreContract", "UserListContract"));

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
    }

    @Nested
    class WhatIsKeptCanBeCarriedAway implements HouseRule {

        private static final String COUNTERS = "counts within a window of minutes, and begins anew elsewhere";
        private static final String ANNOUNCEMENTS =
                "holds what somebody is about to do, and no service runs while it is moved";

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.adapters().and(servePorts(house)))
                    .and(describe("keep things", type -> ports(type, house).anyMatch(PortsTest::isStorage)))
                    .should(have(describe(
                            "Holdings beside the port, and a test in its module that implements their contract",
                            type -> type.isAssignableTo(Holdings.class) && isTestedAsHoldings(type))))
                    .because("./sallyport move must not leave anything behind");
        }

        @Override
        public Class<?> offender() {
            return SqlShelf.class;
        }

        @Override
        public Map<String, String> exceptions() {
            return Map.of(
                    "dev.sallyport.adapters.memory.MemoryIntentionStore", ANNOUNCEMENTS,
                    "dev.sallyport.adapters.mongo.intention.MongoIntentionStore", ANNOUNCEMENTS,
                    "dev.sallyport.adapters.sql.intention.SqlIntentionStore", ANNOUNCEMENTS,
                    "dev.sallyport.adapters.memory.MemoryAttemptLimiter", COUNTERS,
                    "dev.sallyport.adapters.mongo.throttle.MongoAttemptLimiter", COUNTERS,
                    "dev.sallyport.adapters.redis.throttle.RedisAttemptLimiter", COUNTERS,
                    "dev.sallyport.adapters.sql.throttle.SqlAttemptLimiter", COUNTERS);
        }
    }

    @Nested
    class WhatCanBeCarriedAwayIsMoved implements HouseRule {

        private static final Set<Type> MOVED = Arrays.stream(Household.class.getRecordComponents())
                .map(component -> held(component.getGenericType()))
                .collect(Collectors.toSet());

        @Override
        public ArchRule in(House house) {
            return classes()
                    .that(house.adapters().and(servePorts(house)))
                    .and()
                    .areAssignableTo(Holdings.class)
                    .should(have(describe(
                            "records of which a Household has a component",
                            type -> Arrays.stream(type.reflect().getGenericInterfaces())
                                    .filter(PortsTest::isHoldings)
                                    .allMatch(holdings -> MOVED.contains(held(holdings))))))
                    .because("./sallyport move carries what a Household has");
        }

        @Override
        public Class<?> offender() {
            return SqlAttic.class;
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
        return CONTRACTS.getOrDefault(port.getSimpleName(), List.of(port.getSimpleName() + "Contract")).stream()
                .allMatch(contract -> isTested(store, contract));
    }

    private static boolean isTestedAsHoldings(JavaClass store) {
        return isTested(store, "\\w+HoldingsContract");
    }

    private static boolean isTested(JavaClass store, String contractPattern) {
        Pattern contract = Pattern.compile("(implements|extends)\\b[^{]*\\b" + contractPattern + "\\b");
        Pattern name = Pattern.compile("\\b" + store.getSimpleName() + "\\b");
        return MavenModule.of(store).tests().stream()
                .anyMatch(test ->
                        contract.matcher(test).find() && name.matcher(test).find());
    }

    private static boolean isHoldings(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Holdings.class;
    }

    /** What holdings of that type hold. */
    private static Type held(Type holdings) {
        return ((ParameterizedType) holdings).getActualTypeArguments()[0];
    }
}
