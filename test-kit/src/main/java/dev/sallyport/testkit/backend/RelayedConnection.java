package dev.sallyport.testkit.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One client's connection and the one to the server behind it; a virtual thread carries each direction. */
final class RelayedConnection {

    private static final int CHUNK = 64 * 1024;

    private final Socket client;
    private final Socket upstream = new Socket();
    private final Gate gate;
    private final BooleanSupplier burst;
    private final Consumer<RelayedConnection> whenGone;
    private final AtomicBoolean gone = new AtomicBoolean();

    /** Set before the client can see what the server said, cleared before the server can see what the client says. */
    private final AtomicBoolean serverSpokeLast = new AtomicBoolean(true);

    private volatile boolean losesAnswer;

    /**
     * Takes what is told of each burst and says whether its answer is to be lost, and what is told of the end.
     */
    RelayedConnection(Socket client, Gate gate, BooleanSupplier burst, Consumer<RelayedConnection> whenGone) {
        this.client = client;
        this.gate = gate;
        this.burst = burst;
        this.whenGone = whenGone;
    }

    /** Connects to the server; where that fails, resets the client and returns false. */
    boolean open(InetSocketAddress server) {
        try {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(server);
            return true;
        } catch (IOException e) {
            reset();
            return false;
        }
    }

    void start() {
        Thread.ofVirtual().start(() -> carry(client, upstream, this::clientSpoke));
        Thread.ofVirtual().start(() -> carry(upstream, client, this::serverSpoke));
    }

    /** Ends both sides so that they notice at once: RST in place of FIN. */
    void reset() {
        end(true);
    }

    private void carry(Socket from, Socket to, BooleanSupplier spoke) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (!gate.await(() -> !gone.get()) || !spoke.getAsBoolean()) {
                    reset();
                    return;
                }
                out.write(chunk, 0, length);
            }
            end(false);
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    /** Returns whether to pass it on. */
    private boolean clientSpoke() {
        if (serverSpokeLast.compareAndSet(true, false)) {
            losesAnswer = burst.getAsBoolean();
        }
        return true;
    }

    /** Returns whether to pass it on. */
    private boolean serverSpoke() {
        serverSpokeLast.set(true);
        return !losesAnswer;
    }

    private void end(boolean reset) {
        if (!gone.compareAndSet(false, true)) {
            return;
        }
        whenGone.accept(this);
        close(client, reset);
        close(upstream, reset);
        gate.recheck();
    }

    private static void close(Socket socket, boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            // It is as closed as it can be.
        }
    }
}
