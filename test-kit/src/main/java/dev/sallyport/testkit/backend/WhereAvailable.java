package dev.sallyport.testkit.backend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Disables what is {@link OnBackend} a server that cannot be had. */
final class WhereAvailable implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(Backends::of)
                .filter(backends -> !Backends.areAvailable(backends))
                .map(backends -> ConditionEvaluationResult.disabled(Backends.provided(backends)))
                .orElse(ConditionEvaluationResult.enabled("can be had"));
    }
}
