package org.unenrol.account.password;

/** A reason for which a password cannot be taken. */
public enum PasswordFault {
    /** It has fewer than {@link PasswordRules#FEWEST} characters. */
    TOO_SHORT,
    /** It is longer than {@link PasswordRules#MOST_BYTES} bytes in UTF-8. */
    TOO_LONG,
    /** Many people have it, or it is one thing again and again. */
    COMMON,
    /** There is little in it but what everybody knows of the person or the product. */
    PREDICTABLE
}
