package dev.sallyport.application.password;

import dev.sallyport.application.InputProblem;
import dev.sallyport.domain.password.CommonPasswords;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordPolicy;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a new password against the policy. */
public final class JudgePassword {

    private final PasswordPolicy policy;
    private final CommonPasswords common;

    public JudgePassword(PasswordPolicy policy, CommonPasswords common) {
        this.policy = policy;
        this.common = common;
    }

    public List<InputProblem> judge(Password password, Optional<Email> email, Optional<Username> username) {
        List<String> identities = new ArrayList<>();
        email.ifPresent(address -> identities.addAll(List.of(address.value(), address.localPart())));
        username.ifPresent(name -> identities.add(name.value()));
        return policy.check(password, identities, common).stream()
                .<InputProblem>map(InputProblem.PasswordUnacceptable::new)
                .toList();
    }
}
