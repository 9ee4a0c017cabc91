package org.unenrol.portal.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reasons for which somebody whom another system knows is not let in. */
public enum SignInRefusal {
    /** The account has been disabled, or its role lets it do nothing. */
    NOT_AN_ADMINISTRATOR,
    /** There is no account, and none is made by signing in. */
    NO_ACCOUNT,
    /** An account of that username has a password, or is somebody else's. */
    USERNAME_TAKEN,
    /** The system does not tell a username or an email address that it has checked. */
    TOLD_TOO_LITTLE,
    /** The system tells a name or an address that no account can have. */
    UNFIT_NAME,
    /** The system cannot be reached. */
    AWAY,
    /** The system has broken off, or has answered what cannot be believed. */
    FAILED;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a code; empty for anything else. */
    public static Optional<SignInRefusal> of(String code) {
        return Arrays.stream(values()).filter(refusal -> refusal.code().equals(code)).findFirst();
    }
}
