package org.unenrol.platform.catalogue;

/** The result of setting an external reference. */
public enum ReferenceChange {
    /** It is set now, or was already. */
    MADE,
    /** Another item has it, which the administrator may not even be allowed to see. */
    TAKEN,
    /** There is no such item, or the administrator does not manage it. */
    NOT_FOUND
}
