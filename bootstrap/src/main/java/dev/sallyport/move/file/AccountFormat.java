package dev.sallyport.move.file;

import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Scope;
import dev.sallyport.domain.user.Credentials;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.Username;
import org.jspecify.annotations.Nullable;

final class AccountFormat extends Format<User> {

    AccountFormat() {
        super("account");
    }

    @Override
    String idOf(User user) {
        return user.id().toString();
    }

    @Override
    void write(User user, LineWriter line) {
        Profile profile = user.profile();
        line.put("id", user.id().toString())
                .put("email", user.email().value())
                .put("email_verified", user.emailVerified())
                .put(
                        "username",
                        profile.username() == null ? null : profile.username().value())
                .put(
                        "display_name",
                        profile.displayName() == null
                                ? null
                                : profile.displayName().value())
                .put("metadata", profile.metadata().json())
                .put("password_hash", user.credentials().passwordHash().value())
                .put("credentials_version", user.credentials().version())
                .put("role", user.role().role().value())
                .put("scope", user.role().scope().value())
                .put("status", user.status().name())
                .put(
                        "suspension_reason",
                        user.suspension() == null ? null : user.suspension().reason())
                .put(
                        "suspended_until",
                        user.suspension() == null ? null : user.suspension().until())
                .put("version", user.version())
                .put("created_at", user.createdAt())
                .put("updated_at", user.updatedAt())
                .put("last_sign_in_at", user.lastSignInAt())
                .put("deleted_at", user.deletedAt());
    }

    @Override
    User read(LineReader line) {
        return new User(
                new UserId(line.id("id")),
                new Email(line.text("email")),
                line.flag("email_verified"),
                new Profile(
                        line.optionalText("username").map(Username::new).orElse(null),
                        line.optionalText("display_name").map(DisplayName::new).orElse(null),
                        new Metadata(line.text("metadata"))),
                new Credentials(new PasswordHash(line.text("password_hash")), line.number("credentials_version")),
                new RoleAssignment(new RoleName(line.text("role")), new Scope(line.text("scope"))),
                line.constant("status", UserStatus.class),
                suspension(line),
                line.number("version"),
                line.instant("created_at"),
                line.instant("updated_at"),
                line.optionalInstant("last_sign_in_at").orElse(null),
                line.optionalInstant("deleted_at").orElse(null));
    }

    private static @Nullable Suspension suspension(LineReader line) {
        return line.optionalText("suspension_reason")
                .map(reason -> new Suspension(
                        reason, line.optionalInstant("suspended_until").orElse(null)))
                .orElse(null);
    }
}
