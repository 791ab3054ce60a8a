package dev.sallyport.adapters.rest.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what clients that send half a request and then wait can hold: so many connections at once, and so long for a request to
 * arrive. Bodies are at most 64 KiB by default, so all connections together fit into memory.
 */
@Singleton
@SuppressWarnings("FutureReturnValueIgnored") // of closing a connection: there is nobody to tell
final class ConnectionLimits implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    static final int MOST_CONNECTIONS = 1024;
    static final long SECONDS_TO_ARRIVE = 30;

    private final AtomicInteger open = new AtomicInteger();

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(customizer());
        return event.getBean();
    }

    NettyServerCustomizer customizer() {
        return new Customizer(null);
    }

    private void admit(Channel connection) {
        connection.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > MOST_CONNECTIONS) {
            connection.close();
        }
    }

    private final class Customizer implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        private Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel specific, ChannelRole role) {
            if (role == ChannelRole.CONNECTION) {
                admit(specific);
            }
            return new Customizer(specific);
        }

        @Override
        public void onStreamPipelineBuilt() {
            var codec = channel == null ? null : channel.pipeline().context(HttpServerCodec.class);
            if (channel != null && codec != null) {
                channel.pipeline().addAfter(codec.name(), "arrival-deadline", new ArrivalDeadline());
            }
        }
    }

    /** Closes a connection whose request has begun and does not end in time. */
    private static final class ArrivalDeadline extends ChannelInboundHandlerAdapter {

        private @Nullable ScheduledFuture<?> deadline;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            begin(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest) {
                begin(context);
            }
            if (message instanceof LastHttpContent) {
                end();
            }
            super.channelRead(context, message);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            end();
        }

        private void begin(ChannelHandlerContext context) {
            end();
            deadline = context.executor().schedule((Runnable) context::close, SECONDS_TO_ARRIVE, TimeUnit.SECONDS);
        }

        private void end() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }
    }
}
