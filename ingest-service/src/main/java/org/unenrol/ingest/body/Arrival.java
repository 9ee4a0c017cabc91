package org.unenrol.ingest.body;

/** The end of waiting for a body. */
enum Arrival {
    WHOLE,
    TOO_LARGE,
    TOO_SLOW,
    /** The client has ended before it had sent all that it announced. */
    CUT,
    /** As many of the same client are waited for as may be: this one was not. */
    TOO_MANY
}
