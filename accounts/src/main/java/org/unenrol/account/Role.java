package org.unenrol.account;

/** What an account may do. */
public enum Role {
    /** Manages every activity. */
    GLOBAL_ADMINISTRATOR,
    /** Manages the activities of the areas granted, and no others. */
    CONTENT_ADMINISTRATOR,
    /** Manages nothing, and is let in nowhere. */
    NONE
}
