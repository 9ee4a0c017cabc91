package org.unenrol.notifier.mail;

/** There is no connection to the mail server. Its message names codes and classes only. */
final class ConnectionFailedException extends Exception {

    private static final long serialVersionUID = 1;

    ConnectionFailedException(SmtpReply reply, Throwable cause) {
        super(SmtpStage.CONNECT + ": " + (reply.code() < 400 ? innermost(cause) : reply), cause);
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getName();
    }
}
