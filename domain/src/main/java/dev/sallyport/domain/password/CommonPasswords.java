package dev.sallyport.domain.password;

/** Knows the passwords that attackers try first (NIST SP 800-63B, 5.1.1.2). */
public interface CommonPasswords {

    /** Whether the password, in any case, is one of them. */
    boolean contains(Password password);
}
