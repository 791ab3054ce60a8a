package dev.sallyport.testkit.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Says lines to an {@link EchoServer} and hears them again. */
public final class Client implements AutoCloseable {

    static final int PATIENCE_MILLIS = 100;

    private final Socket socket = new Socket();
    private final BufferedReader in;

    public Client(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    public String ask(String line) throws IOException {
        say(line);
        return hear();
    }

    void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
    }

    String hear() throws IOException {
        return in.readLine();
    }

    void assertHearsNothing() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        assertThatThrownBy(this::hear).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(0);
    }

    void assertReset() {
        assertThatThrownBy(this::hear).isInstanceOf(SocketException.class);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
