package dev.sallyport.adapters.rest.problem;

import dev.sallyport.application.InputProblem;
import dev.sallyport.domain.password.PasswordPolicy.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in the catalogue's words what a use case found wrong with its input. */
public final class InputProblems {

    private InputProblems() {}

    /** Takes the name the endpoint gives the password field. */
    public static ProblemException refuse(List<InputProblem> problems, String passwordField) {
        return ProblemException.invalid(
                problems.stream().map(problem -> error(problem, passwordField)).toList());
    }

    private static FieldError error(InputProblem problem, String passwordField) {
        return switch (problem) {
            case InputProblem.EmailInvalid() -> FieldError.of("email", ProblemCode.EMAIL_INVALID.code());
            case InputProblem.UsernameInvalid() -> FieldError.of("username", ProblemCode.USERNAME_INVALID.code());
            case InputProblem.DisplayNameInvalid() ->
                FieldError.of("display_name", ProblemCode.DISPLAY_NAME_INVALID.code());
            case InputProblem.MetadataTooLarge() -> FieldError.of("metadata", ProblemCode.METADATA_TOO_LARGE.code());
            case InputProblem.PasswordUnacceptable(Violation violation) -> password(violation, passwordField);
        };
    }

    private static FieldError password(Violation violation, String field) {
        return switch (violation) {
            case Violation.TooShort(int min) ->
                new FieldError(field, ProblemCode.PASSWORD_TOO_SHORT.code(), Map.of("min", min));
            case Violation.TooLong(int max) ->
                new FieldError(field, ProblemCode.PASSWORD_TOO_LONG.code(), Map.of("max", max));
            case Violation.TooWeak(var missing) ->
                new FieldError(
                        field,
                        ProblemCode.PASSWORD_TOO_WEAK.code(),
                        Map.of(
                                "missing",
                                missing.stream()
                                        .sorted()
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .toList()));
            case Violation.SameAsIdentity() -> FieldError.of(field, ProblemCode.PASSWORD_SAME_AS_IDENTITY.code());
            case Violation.TooCommon() -> FieldError.of(field, ProblemCode.PASSWORD_TOO_COMMON.code());
        };
    }
}
