package dev.sallyport.application;

/** Why somebody may not do to an account, a role or an API key what they asked for. Nothing was changed. */
public sealed interface Denial {

    /** The account behind the request does not honour the caller any more. */
    record SignedOut() implements Denial {}

    /** A permission is missing. */
    record Forbidden() implements Denial {}

    /** The permission is there, but what it would be done to stands at or above the caller's own tier. */
    record TierTooLow() implements Denial {}

    /** There is nothing of that name that the caller could see. */
    record NotFound() implements Denial {}

    /** It is not in the state that the caller expected. */
    record Stale() implements Denial {}

    /** The account is deleted: restore it first. */
    record Deleted() implements Denial {}

    /** The username belongs to somebody else. */
    record UsernameTaken() implements Denial {}

    /** The role is not there, or somebody is just removing it. */
    record RoleGone() implements Denial {}

    /** Nobody would be left who may do everything. */
    record LastSuperAdmin() implements Denial {}
}
