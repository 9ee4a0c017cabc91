package org.unenrol.account;

/** The rights of an account. */
public enum Role {
    /** Manages every activity. */
    GLOBAL_ADMINISTRATOR,
    /** Manages the activities of the areas granted, and no others. */
    CONTENT_ADMINISTRATOR,
    /** Manages nothing, and is let in nowhere. */
    NONE
}
