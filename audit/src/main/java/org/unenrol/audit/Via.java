package org.unenrol.audit;

/** The ways by which something is asked for. The names are stored. */
public enum Via {
    PORTAL,
    /** With a password. */
    API,
    /** With a token, by its name. */
    TOKEN,
    /** By an upstream system or a drop folder, by its name. */
    SOURCE,
    /** By the service itself, or beside any request. */
    SERVICE
}
