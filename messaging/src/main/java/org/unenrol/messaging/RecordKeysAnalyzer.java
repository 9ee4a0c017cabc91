package org.unenrol.messaging;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator how to make a key for records, in place of a stack trace. */
class RecordKeysAnalyzer extends AbstractFailureAnalyzer<RecordKeysException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RecordKeysException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
