package dev.sallyport.domain.user;

/** Whether an account may be used. */
public enum UserStatus {
    /** May sign in. */
    ACTIVE,
    /** Registered, address not yet verified, where verification is required. */
    PENDING_VERIFICATION,
    /** Kept out by an administrator. */
    SUSPENDED,
    /** Deleted by its owner or an administrator; kept until purged, and to everyone outside as if it were not there. */
    DELETED
}
