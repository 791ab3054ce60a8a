package dev.sallyport.domain.audit;

/** The facts that are recorded. The {@linkplain #code() codes} are a contract with whoever reads the log. */
public enum AuditType {
    ACCOUNT_REGISTERED("account.registered"),
    ACCOUNT_DELETED("account.deleted"),
    PROFILE_CHANGED("profile.changed"),
    SIGN_IN_FAILED("sign_in.failed"),
    PASSWORD_CHANGED("password.changed"),
    /** Somebody signed in gave a wrong password where it was asked again. */
    PASSWORD_CHECK_FAILED("password.check_failed"),
    SESSION_OPENED("session.opened"),
    SESSION_REFRESHED("session.refreshed"),
    SESSION_REFRESH_REPLAYED("session.refresh_replayed"),
    SESSION_REFRESH_REUSED("session.refresh_reused"),
    SESSION_REFRESH_FAILED("session.refresh_failed"),
    SESSION_ENDED("session.ended"),
    /** The first refusal in a window; those after it are answered, not recorded. */
    THROTTLE_EXCEEDED("throttle.exceeded");

    private final String code;

    AuditType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
