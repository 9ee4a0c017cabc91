package org.unenrol.ingest.access;

/** The ways to sign in, as {@code WWW-Authenticate} names them. */
final class Challenge {

    static final String BASIC = "Basic realm=\"Unenrol\", charset=\"UTF-8\"";
    static final String BEARER = "Bearer realm=\"Unenrol\"";

    private Challenge() {}
}
