package dev.sallyport.adapters.redis;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their store, on the kind of Redis that {@link OnBackend} names; one connection for all tests of a kind. */
public final class RedisStores implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().getSimpleName().startsWith("Redis");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String backend =
                test.getRequiredTestClass().getAnnotation(OnBackend.class).value();
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(RedisStores.class))
                .getOrComputeIfAbsent(
                        backend, name -> RunningRedis.at(server(name).freshUrl()), RunningRedis.class)
                .get(parameter.getParameter().getType());
    }

    private static TestServer server(String backend) {
        return backend.equals("Redis") ? TestServer.redis() : TestServer.redisCluster();
    }
}
