package org.unenrol.platform.journal.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator of a platform that there is not, in place of a stack trace. */
class NoSuchPlatformAnalyzer extends AbstractFailureAnalyzer<NoSuchPlatformException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoSuchPlatformException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
