package dev.sallyport.adapters.rest.problem;

import dev.sallyport.application.Denial;

/** Says in the catalogue's words why somebody may not do what they asked for. */
public final class DenialProblem {

    private DenialProblem() {}

    /** Takes the code that the endpoint has for what is not there. */
    public static ProblemException of(Denial why, ProblemCode notFound) {
        return ProblemException.of(
                switch (why) {
                    case Denial.SignedOut() -> ProblemCode.TOKEN_INVALID;
                    case Denial.Forbidden() -> ProblemCode.FORBIDDEN;
                    case Denial.TierTooLow() -> ProblemCode.TIER_TOO_LOW;
                    case Denial.NotFound() -> notFound;
                    case Denial.Stale() -> ProblemCode.PRECONDITION_FAILED;
                    case Denial.Deleted() -> ProblemCode.USER_DELETED;
                    case Denial.UsernameTaken() -> ProblemCode.USERNAME_TAKEN;
                    case Denial.RoleGone() -> ProblemCode.ROLE_NOT_FOUND;
                    case Denial.LastSuperAdmin() -> ProblemCode.LAST_SUPER_ADMIN;
                });
    }
}
