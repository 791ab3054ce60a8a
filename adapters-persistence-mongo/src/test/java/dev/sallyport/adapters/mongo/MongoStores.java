package dev.sallyport.adapters.mongo;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their store, all from one database, which is opened once and closed after the last test. */
public final class MongoStores implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().getSimpleName().startsWith("Mongo");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(MongoStores.class))
                .getOrComputeIfAbsent(MongoUnderTest.class, key -> MongoUnderTest.fresh(), MongoUnderTest.class)
                .get(parameter.getParameter().getType());
    }
}
