package dev.sallyport.move.file;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;

/** The members that say where a request came from. */
final class OriginFormat {

    private OriginFormat() {}

    static void write(Origin origin, LineWriter line) {
        line.put("address", origin.address().text())
                .put("network", origin.address().network())
                .put("user_agent", origin.userAgent())
                .put("request_id", origin.requestId());
    }

    static Origin read(LineReader line) {
        return new Origin(
                new ClientAddress(line.text("address"), line.text("network")),
                line.optionalText("user_agent").orElse(null),
                line.text("request_id"));
    }
}
