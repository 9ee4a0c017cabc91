package org.unenrol.platform.catalogue;

/** The result of setting an external reference. */
public enum ReferenceChange {
    /** It is set now, or was already. */
    MADE,
    /** Another item that the administrator manages has it. */
    TAKEN,
    /** It cannot be set, for a reason that is not this administrator's to know. */
    NOT_AVAILABLE,
    /** There is no such item, or the administrator does not manage it. */
    NOT_FOUND
}
