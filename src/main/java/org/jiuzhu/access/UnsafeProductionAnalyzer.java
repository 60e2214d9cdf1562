package org.jiuzhu.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentences instead of a stack trace. */
class UnsafeProductionAnalyzer extends AbstractFailureAnalyzer<UnsafeProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeProduction cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Change these settings, or start in mode demo.", cause);
    }
}
