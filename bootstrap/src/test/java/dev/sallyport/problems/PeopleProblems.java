package dev.sallyport.problems;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.ROOT;
import static dev.sallyport.testkit.journey.ServiceUnderTest.account;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.application.role.DefineRole;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How administrators of people and roles come to see what they can see. */
record PeopleProblems(Api api, RoleStore roles) {

    Map<ProblemCode, Supplier<Answer>> ways() {
        return Map.ofEntries(
                Map.entry(ProblemCode.INVALID_CURSOR, () -> root().get("/api/v1/users?cursor=nonsense")),
                Map.entry(ProblemCode.TIER_TOO_LOW, this::anAdminAmongAdmins),
                Map.entry(
                        ProblemCode.LAST_SUPER_ADMIN,
                        () -> root().delete("/api/v1/users/me", Map.of("password", PASSWORD))),
                Map.entry(ProblemCode.USER_NOT_FOUND, () -> root().get("/api/v1/users/nobody")),
                Map.entry(ProblemCode.ROLE_NOT_FOUND, () -> root().get("/api/v1/roles/NO_SUCH_ROLE")),
                Map.entry(ProblemCode.USER_DELETED, this::aChangeOfADeletedAccount),
                Map.entry(ProblemCode.USER_NOT_DELETED, () -> root().post(account(register(api)) + "/purge")),
                Map.entry(ProblemCode.ROLE_NAME_TAKEN, () -> define("USER")),
                Map.entry(ProblemCode.ROLE_IN_USE, this::aRoleThatSomebodyHas),
                Map.entry(ProblemCode.ROLE_BUILT_IN, () -> root().delete("/api/v1/roles/USER")),
                Map.entry(ProblemCode.TOO_MANY_ROLES, this::oneRoleTooMany),
                Map.entry(
                        ProblemCode.PRECONDITION_FAILED,
                        () -> root().withHeader("If-Match", "\"0\"").delete(account(register(api)))));
    }

    private Api root() {
        return as(api, login(api, ROOT, PASSWORD).expect(200));
    }

    private Answer anAdminAmongAdmins() {
        Answer ada = register(api);
        root().patch(account(ada) + "/role", Map.of("role", "ADMIN")).expect(200);
        return as(api, ada).patch(account(register(api)) + "/role", Map.of("role", "ADMIN"));
    }

    private Answer aChangeOfADeletedAccount() {
        String account = account(register(api));
        root().delete(account).expect(204);
        return root().patch(account, Map.of("display_name", "Ada"));
    }

    private Answer aRoleThatSomebodyHas() {
        define("LIBRARIAN").expect(201);
        root().patch(account(register(api)) + "/role", Map.of("role", "LIBRARIAN"))
                .expect(200);
        return root().delete("/api/v1/roles/LIBRARIAN");
    }

    private Answer oneRoleTooMany() {
        List<Role> many = IntStream.range(0, DefineRole.MOST)
                .mapToObj(number -> new Role(new RoleName("ROLE_" + number), Tier.USER, new TreeSet<>()))
                .toList();
        many.forEach(roles::define);
        Answer refused = define("ONE_TOO_MANY");
        many.forEach(roles::remove);
        return refused;
    }

    private Answer define(String name) {
        return root().post("/api/v1/roles", Map.of("name", name, "tier", "USER", "permissions", List.of()));
    }
}
