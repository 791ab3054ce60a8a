package dev.sallyport.adapters.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Denial;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DenialProblemTest {

    private static final Map<Denial, ProblemCode> CODES = Map.of(
            new Denial.SignedOut(), ProblemCode.TOKEN_INVALID,
            new Denial.Forbidden(), ProblemCode.FORBIDDEN,
            new Denial.TierTooLow(), ProblemCode.TIER_TOO_LOW,
            new Denial.NotFound(), ProblemCode.USER_NOT_FOUND,
            new Denial.Stale(), ProblemCode.PRECONDITION_FAILED,
            new Denial.Deleted(), ProblemCode.USER_DELETED,
            new Denial.UsernameTaken(), ProblemCode.USERNAME_TAKEN,
            new Denial.RoleGone(), ProblemCode.ROLE_NOT_FOUND,
            new Denial.LastSuperAdmin(), ProblemCode.LAST_SUPER_ADMIN);

    @Test
    void everyDenialHasACodeOfItsOwn() {
        assertThat(CODES.keySet()).hasSize(Denial.class.getPermittedSubclasses().length);
        assertThat(CODES.values()).doesNotHaveDuplicates();
        CODES.forEach((why, code) -> assertThat(
                        DenialProblem.of(why, ProblemCode.USER_NOT_FOUND).code())
                .isEqualTo(code));
    }
}
