package dev.sallyport.adapters.mongo;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their store, or all of them, from one database, which is opened once and closed after the last test. */
public final class MongoStores implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().getSimpleName().startsWith("Mongo");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        MongoUnderTest mongo = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(MongoStores.class))
                .getOrComputeIfAbsent(MongoUnderTest.class, key -> MongoUnderTest.fresh(), MongoUnderTest.class);
        Class<?> type = parameter.getParameter().getType();
        return type == MongoUnderTest.class ? mongo : mongo.get(type);
    }
}
