package org.unenrol.messaging;

/**
 * Gives the consumer a moment to tell the broker that it lives; nothing has gone wrong. The rest of
 * the batch is handled when it comes again.
 */
final class UnfinishedBatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfinishedBatchException(int done, int size) {
        super("%d of %d records are done so far".formatted(done, size));
    }

    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof UnfinishedBatchException || (cause != null && isCauseOf(cause));
    }
}
