package dev.sallyport.testkit;

import dev.sallyport.testkit.backend.Client;
import dev.sallyport.testkit.backend.EchoServer;
import dev.sallyport.testkit.backend.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;

/** Puts a relay and a server between a port and its store: every call goes there and back so many times first. */
final class Distance {

    private final EchoServer server;
    private final Relay relay;
    private final Client client;
    private final int roundTrips;

    Distance(int roundTrips) {
        this.roundTrips = roundTrips;
        try {
            server = new EchoServer();
            relay = Relay.to(server.address());
            client = new Client(relay.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Relay relay() {
        return relay;
    }

    <T> T to(Class<T> port, T store) {
        Object distant = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            for (int trip = 0; trip < roundTrips; trip++) {
                client.ask(method.getName());
            }
            return method.invoke(store, args);
        });
        return port.cast(distant);
    }

    void close() {
        try (server;
                relay) {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
