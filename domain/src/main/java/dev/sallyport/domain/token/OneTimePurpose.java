package dev.sallyport.domain.token;

/** What a one-time token is good for; a token for one purpose is unknown to every other. */
public enum OneTimePurpose {
    /** Making the first Super Admin. */
    SETUP
}
