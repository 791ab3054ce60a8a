package dev.sallyport.application;

import dev.sallyport.domain.password.PasswordPolicy;

/** One thing that is wrong with what somebody sent, told apart finely enough to say which field and which rule. */
public sealed interface InputProblem {

    record EmailInvalid() implements InputProblem {}

    record UsernameInvalid() implements InputProblem {}

    record DisplayNameInvalid() implements InputProblem {}

    record MetadataTooLarge() implements InputProblem {}

    record PasswordUnacceptable(PasswordPolicy.Violation violation) implements InputProblem {}
}
