package org.unenrol.platform.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator of names that clash, in place of a stack trace. */
class ClashingNamesAnalyzer extends AbstractFailureAnalyzer<ClashingNamesException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, ClashingNamesException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
