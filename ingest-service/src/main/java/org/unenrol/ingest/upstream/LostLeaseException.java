package org.unenrol.ingest.upstream;

/** Thrown when another instance has taken a request over. */
final class LostLeaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
