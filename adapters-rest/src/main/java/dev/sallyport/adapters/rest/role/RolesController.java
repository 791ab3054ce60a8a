package dev.sallyport.adapters.rest.role;

import dev.sallyport.adapters.rest.http.EntityTags;
import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import dev.sallyport.application.role.DefineRole;
import dev.sallyport.application.role.ListRoles;
import dev.sallyport.application.role.ReadRole;
import dev.sallyport.application.role.RedefineRole;
import dev.sallyport.application.role.RemoveRole;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.stream.Stream;

/** What roles there are and what they mean. */
@Controller("/api/v1/roles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class RolesController {

    private final ListRoles listRoles;
    private final ReadRole readRole;
    private final DefineRole defineRole;
    private final RedefineRole redefineRole;
    private final RemoveRole removeRole;

    RolesController(
            ListRoles listRoles,
            ReadRole readRole,
            DefineRole defineRole,
            RedefineRole redefineRole,
            RemoveRole removeRole) {
        this.listRoles = listRoles;
        this.readRole = readRole;
        this.defineRole = defineRole;
        this.redefineRole = redefineRole;
        this.removeRole = removeRole;
    }

    @Get
    RoleList list(Caller caller) {
        return switch (listRoles.list(caller)) {
            case ListRoles.Result.Listed(var roles) ->
                new RoleList(roles.stream().map(RoleView::of).toList());
            case ListRoles.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.ROLE_NOT_FOUND);
        };
    }

    @Post
    HttpResponse<RoleView> define(@Body NewRoleBody body, Caller caller, Origin origin) {
        RoleName name = RoleName.parse(body.name()).orElseThrow(() -> ProblemException.invalid("name"));
        Role wanted = new Role(name, tier(body.tier()), PermissionNames.read(body.permissions()));
        return switch (defineRole.define(caller, wanted, origin)) {
            case DefineRole.Result.Defined(Role role) ->
                tagged(HttpResponse.created(RoleView.of(role), URI.create("/api/v1/roles/" + role.name())), role);
            case DefineRole.Result.PermissionsTooHigh() -> throw PermissionNames.tooHigh();
            case DefineRole.Result.NameTaken() -> throw ProblemException.of(ProblemCode.ROLE_NAME_TAKEN);
            case DefineRole.Result.TooMany() -> throw ProblemException.of(ProblemCode.TOO_MANY_ROLES);
            case DefineRole.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.ROLE_NOT_FOUND);
        };
    }

    @Get("/{name}")
    HttpResponse<RoleView> read(@PathVariable String name, Caller caller) {
        return switch (readRole.read(caller, known(name))) {
            case ReadRole.Result.Shown(Role role) -> tagged(HttpResponse.ok(RoleView.of(role)), role);
            case ReadRole.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.ROLE_NOT_FOUND);
        };
    }

    @Put("/{name}")
    HttpResponse<RoleView> redefine(
            @PathVariable String name, @Body RoleBody body, Caller caller, Condition condition, Origin origin) {
        Role wanted = new Role(known(name), tier(body.tier()), PermissionNames.read(body.permissions()));
        return switch (redefineRole.redefine(caller, wanted, condition, origin)) {
            case RedefineRole.Result.Redefined(Role role) -> tagged(HttpResponse.ok(RoleView.of(role)), role);
            case RedefineRole.Result.PermissionsTooHigh() -> throw PermissionNames.tooHigh();
            case RedefineRole.Result.BuiltIn() -> throw ProblemException.of(ProblemCode.ROLE_BUILT_IN);
            case RedefineRole.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.ROLE_NOT_FOUND);
        };
    }

    @Delete("/{name}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, Caller caller, Condition condition, Origin origin) {
        switch (removeRole.remove(caller, known(name), condition, origin)) {
            case RemoveRole.Result.Removed() -> {}
            case RemoveRole.Result.InUse() -> throw ProblemException.of(ProblemCode.ROLE_IN_USE);
            case RemoveRole.Result.BuiltIn() -> throw ProblemException.of(ProblemCode.ROLE_BUILT_IN);
            case RemoveRole.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.ROLE_NOT_FOUND);
        }
    }

    /** What is no role's name is the name of no role. */
    private static RoleName known(String name) {
        return RoleName.parse(name).orElseThrow(() -> ProblemException.of(ProblemCode.ROLE_NOT_FOUND));
    }

    private static Tier tier(String name) {
        return Stream.of(Tier.values())
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("tier"));
    }

    private static HttpResponse<RoleView> tagged(MutableHttpResponse<RoleView> answer, Role role) {
        return EntityTags.tagged(answer, Condition.tag(role));
    }
}
