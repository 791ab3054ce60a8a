package dev.sallyport.adapters.rest.problem;

import io.micronaut.http.HttpStatus;

/**
 * The catalogue: every failure a client can see. The {@linkplain #code() code} is the contract; a code keeps its status for good.
 *
 * <p>{@code docs/errors.md} is made from it, and tests hold the OpenAPI document to it and reach every code.
 */
public enum ProblemCode {
    REQUEST_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "request.malformed",
            "Malformed request",
            "The request is not what this endpoint reads; errors says where."),
    REQUEST_UNKNOWN_FIELD(
            HttpStatus.BAD_REQUEST,
            "request.unknown_field",
            "Unknown field",
            "The body has a member, or the query a parameter, that this endpoint does not know; errors names it."),
    INVALID_CURSOR(
            HttpStatus.BAD_REQUEST,
            "request.invalid_cursor",
            "Invalid cursor",
            "The cursor is not one of ours, or belongs to another query. Begin at the first page."),
    TOKEN_MISSING(
            HttpStatus.UNAUTHORIZED,
            "auth.token_missing",
            "Not signed in",
            "Send an access token as Authorization: Bearer, or an API key as X-API-Key."),
    TOKEN_INVALID(
            HttpStatus.UNAUTHORIZED,
            "auth.token_invalid",
            "Invalid access token",
            "The access token or API key is not one of ours, or no longer: its session has ended, or it was revoked."),
    TOKEN_EXPIRED(
            HttpStatus.UNAUTHORIZED,
            "auth.token_expired",
            "Expired access token",
            "The access token or API key has expired. Refresh the token; for a key, make another."),
    INVALID_CREDENTIALS(
            HttpStatus.UNAUTHORIZED,
            "auth.invalid_credentials",
            "Invalid credentials",
            "E-mail, username or password is wrong."),
    REFRESH_INVALID(
            HttpStatus.UNAUTHORIZED,
            "auth.refresh_invalid",
            "Invalid refresh token",
            "The refresh token is unknown, expired or used before. Sign in again."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "access.forbidden",
            "Forbidden",
            "Your role or API key does not permit this, or lacks what it would hand on."),
    TIER_TOO_LOW(
            HttpStatus.FORBIDDEN,
            "access.tier_too_low",
            "Tier too low",
            "Who or what this would be done to stands at or above your own tier."),
    ACCOUNT_SUSPENDED(
            HttpStatus.FORBIDDEN, "account.suspended", "Account suspended", "This account has been suspended."),
    ACCOUNT_UNVERIFIED(
            HttpStatus.FORBIDDEN,
            "account.unverified",
            "Address not verified",
            "The e-mail address of this account has to be verified first."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "request.not_found", "Not found", "There is nothing at this path."),
    SESSION_NOT_FOUND(
            HttpStatus.NOT_FOUND, "session.not_found", "Session not found", "You have no session with this id."),
    USER_NOT_FOUND(HttpStatus.NOT_FOUND, "user.not_found", "User not found", "There is no account with this id."),
    ROLE_NOT_FOUND(HttpStatus.NOT_FOUND, "role.not_found", "Role not found", "There is no role of this name."),
    API_KEY_NOT_FOUND(
            HttpStatus.NOT_FOUND, "api_key.not_found", "API key not found", "There is no API key with this id."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "request.method_not_allowed",
            "Method not allowed",
            "This path does not answer to this method; Allow says which it does."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "request.not_acceptable", "Not acceptable", "Accept application/json."),
    EMAIL_TAKEN(
            HttpStatus.CONFLICT, "user.email_taken", "E-mail address taken", "There is an account with this address."),
    USERNAME_TAKEN(
            HttpStatus.CONFLICT, "user.username_taken", "Username taken", "There is an account with this username."),
    LAST_SUPER_ADMIN(
            HttpStatus.CONFLICT,
            "user.last_super_admin",
            "Last Super Admin",
            "Nobody would be left who may do everything. Make somebody else a Super Admin first."),
    SETUP_COMPLETED(
            HttpStatus.CONFLICT,
            "setup.completed",
            "Already set up",
            "There is a Super Admin already, or somebody is just making one."),
    USER_DELETED(HttpStatus.CONFLICT, "user.deleted", "User deleted", "The account is deleted. Restore it first."),
    USER_NOT_DELETED(
            HttpStatus.CONFLICT,
            "user.not_deleted",
            "User not deleted",
            "Only a deleted account can be purged. Delete it first."),
    ROLE_NAME_TAKEN(HttpStatus.CONFLICT, "role.name_taken", "Role name taken", "There is a role of this name."),
    ROLE_IN_USE(
            HttpStatus.CONFLICT,
            "role.in_use",
            "Role in use",
            "An account has this role, or a deleted one that can be restored. Give it another role or purge it first."),
    ROLE_BUILT_IN(
            HttpStatus.CONFLICT,
            "role.built_in",
            "Built-in role",
            "The built-in roles can be neither changed nor removed."),
    TOO_MANY_ROLES(
            HttpStatus.CONFLICT,
            "role.too_many",
            "Too many roles",
            "There are as many roles as this service keeps. Remove one first."),
    PRECONDITION_FAILED(
            HttpStatus.PRECONDITION_FAILED,
            "request.precondition_failed",
            "Precondition failed",
            "If-Match names a state that this is no longer in. Read it again and decide again."),
    TOO_LARGE(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "request.too_large",
            "Request too large",
            "The request is larger than this service reads."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "request.unsupported_media_type",
            "Unsupported media type",
            "Send Content-Type: application/json."),
    REQUEST_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "request.invalid",
            "Invalid request",
            "The request breaks a rule; errors says which."),
    FIELD_REQUIRED(
            HttpStatus.UNPROCESSABLE_ENTITY, "field.required", "Field required", "A field that is needed is missing."),
    EMAIL_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "email.invalid",
            "Invalid e-mail address",
            "Give an ASCII e-mail address of at most 254 characters, like ada@example.org."),
    USERNAME_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "username.invalid",
            "Invalid username",
            "A username has 3 to 32 ASCII letters, digits, dots, hyphens or underscores, a letter or digit first and last."),
    DISPLAY_NAME_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "display_name.invalid",
            "Invalid display name",
            "A display name has 1 to 100 visible characters."),
    METADATA_TOO_LARGE(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "metadata.too_large",
            "Metadata too large",
            "Metadata is a JSON object of at most 16 KiB."),
    PASSWORD_TOO_SHORT(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "password.too_short",
            "Password too short",
            "The password has fewer characters than params.min."),
    PASSWORD_TOO_LONG(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "password.too_long",
            "Password too long",
            "The password has more characters than params.max."),
    PASSWORD_TOO_WEAK(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "password.too_weak",
            "Password too weak",
            "The password lacks a kind of character; params.missing says which."),
    PASSWORD_TOO_COMMON(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "password.too_common",
            "Password too common",
            "The password is one of those that attackers try first."),
    PASSWORD_SAME_AS_IDENTITY(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "password.same_as_identity",
            "Password is your name",
            "The password may be neither the username nor the part of the address before the @."),
    ONE_TIME_TOKEN_INVALID(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "token.invalid",
            "Invalid token",
            "The token in the body is not one of ours. Mind that it was copied whole."),
    ONE_TIME_TOKEN_EXPIRED(
            HttpStatus.UNPROCESSABLE_ENTITY, "token.expired", "Expired token", "The token in the body has expired."),
    ONE_TIME_TOKEN_USED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "token.used",
            "Used token",
            "The token in the body was used before; it is good once."),
    THROTTLED(
            HttpStatus.TOO_MANY_REQUESTS,
            "throttle.exceeded",
            "Too many attempts",
            "Too many attempts from this address or at this account, or requests with this API key. Retry-After says when to try again."),
    SERVER_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "server.error",
            "Server error",
            "Something went wrong on our side. The request id helps to find it in the log."),
    STORE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "store.unavailable",
            "Store unavailable",
            "A store is out of reach. Nothing is known about the outcome; try again."),
    SERVER_BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.busy",
            "Server busy",
            "Too many passwords wait to be checked. Retry-After says when to try again.");

    private static final String TYPE_BASE = "https://sallyport.dev/problems/";

    private final HttpStatus status;
    private final String code;
    private final String title;
    private final String detail;

    ProblemCode(HttpStatus status, String code, String title, String detail) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    /** The URI that names the problem; it need not resolve (RFC 9457, 3.1.1). */
    public String type() {
        return TYPE_BASE + code;
    }
}
