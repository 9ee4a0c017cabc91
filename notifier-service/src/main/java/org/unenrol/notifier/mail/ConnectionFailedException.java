package org.unenrol.notifier.mail;

/** There is no connection to the mail server. */
final class ConnectionFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    ConnectionFailedException(SmtpReply reply, Throwable cause) {
        super(cause);
        this.reason = SmtpStage.CONNECT + ": " + (reply.code() < 400 ? innermost(cause) : reply);
    }

    /** Codes and classes only, never an address or a name. */
    String reason() {
        return reason;
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getName();
    }
}
