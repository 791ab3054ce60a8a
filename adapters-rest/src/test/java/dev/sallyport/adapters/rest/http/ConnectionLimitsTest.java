package dev.sallyport.adapters.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConnectionLimitsTest {

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n";

    private final NettyServerCustomizer customizer = new ConnectionLimits().customizer();

    @Test
    void aConnectionBeyondTheLimitIsClosedAndOneThatEndsMakesRoom() {
        List<EmbeddedChannel> admitted = Stream.generate(this::connect)
                .limit(ConnectionLimits.MOST_CONNECTIONS)
                .toList();
        EmbeddedChannel oneTooMany = connect();

        assertThat(admitted).allMatch(EmbeddedChannel::isOpen);
        assertThat(oneTooMany.isOpen()).isFalse();

        assertThat(admitted.getFirst().close().isSuccess()).isTrue();

        assertThat(connect().isOpen()).isTrue();
        assertThat(connect().isOpen()).isFalse();
    }

    @Test
    void aRequestThatDoesNotArriveInTimeIsGivenUp() {
        EmbeddedChannel silent = connect();
        EmbeddedChannel halfway = connect();
        EmbeddedChannel whole = connect();
        send(halfway, HEAD + "{");
        send(whole, HEAD + "{}");

        Stream.of(silent, halfway, whole).forEach(ConnectionLimitsTest::passTime);

        assertThat(silent.isOpen()).isFalse();
        assertThat(halfway.isOpen()).isFalse();
        assertThat(whole.isOpen()).isTrue();
    }

    @Test
    void theNextRequestOfAConnectionHasTheSameTime() {
        EmbeddedChannel connection = connect();
        send(connection, HEAD + "{}");
        passTime(connection);

        send(connection, HEAD + "{");
        boolean openBefore = connection.isOpen();
        passTime(connection);

        assertThat(openBefore).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec());
        customizer.specializeForChannel(channel, ChannelRole.CONNECTION).onStreamPipelineBuilt();
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void passTime(EmbeddedChannel channel) {
        channel.advanceTimeBy(ConnectionLimits.SECONDS_TO_ARRIVE, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
