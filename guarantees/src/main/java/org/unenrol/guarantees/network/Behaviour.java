package org.unenrol.guarantees.network;

/** A proxy's treatment of what passes through it. */
public sealed interface Behaviour {

    /** Passes everything on. */
    record Pass() implements Behaviour {}

    /** Resets every connection and refuses new ones. */
    record Cut() implements Behaviour {}

    /**
     * Swallows everything without a word. A connection that has lost bytes stays dead when the
     * proxy is healed, as one does whose firewall has forgotten it.
     */
    record Swallow() implements Behaviour {}

    /** Ends the direction to the server; the other one stays open. */
    record HalfClose() implements Behaviour {}

    /** Holds each piece back for a while. */
    record Delay(long millis) implements Behaviour {}

    /** Lets only so many bytes through in a second, in each direction of each connection. */
    record Throttle(int bytesPerSecond) implements Behaviour {}
}
