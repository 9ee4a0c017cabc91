package org.unenrol.messaging;

/** The way of a message, as the product sees it. */
enum Direction {
    /** Readers that know the older schema have to read it. */
    SENT,
    /** Senders that know the older schema go on sending it. */
    RECEIVED
}
