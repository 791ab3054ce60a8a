package dev.sallyport.move.file;

import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.user.UserId;

final class OneTimeTokenFormat extends Format<OneTimeToken> {

    OneTimeTokenFormat() {
        super("one_time_token");
    }

    @Override
    String idOf(OneTimeToken token) {
        return token.hash().value();
    }

    @Override
    void write(OneTimeToken token, LineWriter line) {
        line.put("hash", token.hash().value())
                .put("purpose", token.purpose().name())
                .put("subject", token.subject() == null ? null : token.subject().toString())
                .put("created_at", token.createdAt())
                .put("expires_at", token.expiresAt())
                .put("used_at", token.usedAt());
    }

    @Override
    OneTimeToken read(LineReader line) {
        return new OneTimeToken(
                new OneTimeHash(line.text("hash")),
                line.constant("purpose", OneTimePurpose.class),
                line.optionalId("subject").map(UserId::new).orElse(null),
                line.instant("created_at"),
                line.instant("expires_at"),
                line.optionalInstant("used_at").orElse(null));
    }
}
