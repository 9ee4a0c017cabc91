package org.unenrol.notifier.webhook;

import java.net.UnknownHostException;

/** A host's name leads to an internet address that nothing may be sent to. */
final class ForbiddenPlaceException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenPlaceException(String host) {
        super(host);
    }
}
