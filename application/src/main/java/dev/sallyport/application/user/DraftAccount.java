package dev.sallyport.application.user;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.password.JudgePassword;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Judges what somebody typed, and makes an account of it. Writes nothing. */
public final class DraftAccount {

    private final JudgePassword judgePassword;
    private final InstantSource clock;
    private final RandomGenerator random;

    public DraftAccount(JudgePassword judgePassword, InstantSource clock, RandomGenerator random) {
        this.judgePassword = judgePassword;
        this.clock = clock;
        this.random = random;
    }

    /** All that is wrong with it. */
    public List<InputProblem> problems(AccountForm form) {
        List<InputProblem> problems = new ArrayList<>();
        Optional<Email> email = Email.parse(form.email());
        Optional<Username> username = Optional.ofNullable(form.username()).flatMap(Username::parse);
        if (email.isEmpty()) {
            problems.add(new InputProblem.EmailInvalid());
        }
        problems.addAll(judgePassword.judge(form.password(), email, username));
        if (form.username() != null && username.isEmpty()) {
            problems.add(new InputProblem.UsernameInvalid());
        }
        if (form.displayName() != null && DisplayName.parse(form.displayName()).isEmpty()) {
            problems.add(new InputProblem.DisplayNameInvalid());
        }
        return problems;
    }

    /** Takes a form in which nothing is wrong. */
    public User draft(AccountForm form, boolean emailVerified, PasswordHash hash, RoleName role) {
        Instant now = clock.instant();
        Profile profile = new Profile(
                form.username() == null ? null : new Username(form.username()),
                form.displayName() == null
                        ? null
                        : DisplayName.parse(form.displayName()).orElseThrow(),
                Metadata.EMPTY);
        return User.create(
                UserId.next(now, random),
                Email.parse(form.email()).orElseThrow(),
                emailVerified,
                profile,
                hash,
                RoleAssignment.global(role),
                now);
    }
}
