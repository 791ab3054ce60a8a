package dev.sallyport.move.file;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;

final class KeyFormat extends Format<SealedKey> {

    KeyFormat() {
        super("key");
    }

    @Override
    String idOf(SealedKey key) {
        return key.id().toString();
    }

    @Override
    void write(SealedKey key, LineWriter line) {
        line.put("id", key.id().toString())
                .put("purpose", key.purpose())
                .put("state", key.state().name())
                .put("sealed", key.sealed())
                .put("created_at", key.createdAt());
    }

    @Override
    SealedKey read(LineReader line) {
        return new SealedKey(
                new KeyId(line.id("id")),
                line.text("purpose"),
                line.constant("state", KeyState.class),
                line.text("sealed"),
                line.instant("created_at"));
    }
}
