package org.unenrol.platform.journal.setup;

/** Thrown when the platform that is chosen has no adapter. Its message is for the operator. */
public final class NoSuchPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchPlatformException(String platform) {
        super(
                "There is no platform \"%s\": set unenrol.platform to postgres, or put the jar of its adapter on the class path."
                        .formatted(platform));
    }
}
