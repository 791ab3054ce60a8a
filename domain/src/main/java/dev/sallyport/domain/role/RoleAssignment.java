package dev.sallyport.domain.role;

/** That the account which carries this has a role within a scope. */
public record RoleAssignment(RoleName role, Scope scope) {

    public static RoleAssignment global(RoleName role) {
        return new RoleAssignment(role, Scope.GLOBAL);
    }
}
