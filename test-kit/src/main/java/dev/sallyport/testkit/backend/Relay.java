package dev.sallyport.testkit.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A TCP relay in front of a server, which can take the server away in the ways a network does, and counts round trips. It passes
 * everything on until told otherwise; what it is told holds from the moment the call returns. Any number of threads may call.
 */
public final class Relay implements AutoCloseable {

    private final InetSocketAddress server;
    private final InetSocketAddress address;
    private final Gate gate = new Gate();
    private final AtomicLong flights = new AtomicLong();
    private final AtomicBoolean losingAnswer = new AtomicBoolean();
    private final Set<RelayedConnection> connections = ConcurrentHashMap.newKeySet();

    /** Null while connections are refused. */
    private @Nullable Listener listener;

    /** Keeps the port while connections are refused: bound but not listening, so that nobody else gets it meanwhile. */
    private @Nullable Socket placeholder;

    private Relay(InetSocketAddress server) throws IOException {
        this.server = server;
        listener = new Listener(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::connect);
        address = listener.address();
    }

    /** A relay on a free port of this host. */
    public static Relay to(InetSocketAddress server) {
        try {
            return new Relay(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the relay listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** The URL with this relay's host and port in place of its own. It must name one host. */
    public String through(String url) {
        return ServerUrl.of(url).at(address).toString();
    }

    /** Passes everything on again, without delay: after {@link #refuse}, {@link #stall} or {@link #delay}. */
    public void pass() {
        listen();
        gate.open();
    }

    /** From now on nobody gets a connection (connection refused), and the connections there are, are reset. */
    public synchronized void refuse() {
        try {
            if (listener != null) {
                listener.close();
                listener = null;
                placeholder = new Socket();
                placeholder.setReuseAddress(true);
                placeholder.bind(address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        resetAll();
    }

    /** From now on no byte passes in either direction; connections stay, and new ones are accepted. */
    public void stall() {
        gate.shut();
    }

    /** Resets the connections there are, once. */
    public synchronized void cut() {
        resetAll();
    }

    /** From now on whatever passes takes this long, in each direction; {@link #pass} ends it. */
    public void delay(Duration delay) {
        gate.delay(delay);
    }

    /**
     * Lets the next burst of a client pass, on whichever connection it comes, and resets that connection in place of passing on the
     * answer: what was asked for is done, and nobody is told. The burst may be a driver's own (a ping of its pool).
     */
    public void loseNextAnswer() {
        losingAnswer.set(true);
    }

    /**
     * How many bursts clients have sent so far. A burst begins when the client of a connection speaks after the server did, or first, so
     * calls made one after another are counted as round trips. Drivers' own (greetings, pings) count too.
     */
    public long flights() {
        return flights.get();
    }

    @Override
    public void close() {
        refuse();
        synchronized (this) {
            closeQuietly(placeholder);
        }
    }

    private synchronized void listen() {
        if (listener != null) {
            return;
        }
        closeQuietly(placeholder);
        try {
            listener = new Listener(address, this::connect);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Listener from, Socket client) {
        RelayedConnection connection = new RelayedConnection(client, gate, this::burst, connections::remove);
        if (connection.open(server)) {
            admit(from, connection);
        }
    }

    /** Under the lock, so that none slips in while {@link #refuse} or {@link #cut} resets them. */
    private synchronized void admit(Listener from, RelayedConnection connection) {
        if (from.isClosed()) {
            connection.reset();
            return;
        }
        connections.add(connection);
        connection.start();
    }

    /** Returns whether its answer is to be lost. */
    private boolean burst() {
        flights.incrementAndGet();
        return losingAnswer.compareAndSet(true, false);
    }

    private void resetAll() {
        connections.forEach(RelayedConnection::reset);
    }

    private static void closeQuietly(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
