package dev.sallyport.testkit.backend;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.BiConsumer;

/** Accepts connections at an address until it is closed, and hands each over on a virtual thread of its own. */
final class Listener {

    private final ServerSocket socket = new ServerSocket();
    private final Thread accepting;

    Listener(InetSocketAddress address, BiConsumer<Listener, Socket> each) throws IOException {
        socket.setReuseAddress(true);
        socket.bind(address);
        accepting = Thread.ofVirtual().start(() -> accept(each));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /** When this returns, the address is free: the JDK gives it back only when nobody waits in {@code accept} any more. */
    void close() throws IOException {
        socket.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while closing", e);
        }
    }

    private void accept(BiConsumer<Listener, Socket> each) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> each.accept(this, client));
            } catch (IOException e) {
                // Closed, or a client that gave up before it was accepted.
            }
        }
    }
}
