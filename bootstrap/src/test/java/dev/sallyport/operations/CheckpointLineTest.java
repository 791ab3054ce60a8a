package dev.sallyport.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.testkit.Belongings;
import org.junit.jupiter.api.Test;

final class CheckpointLineTest {

    private final Checkpoint checkpoint = Belongings.of(3).checkpoints().getFirst();

    @Test
    void aCheckpointIsReadFromTheLineItWasLoggedIn() {
        String plain = "12:00:00.123 INFO AuditKeeper " + CheckpointLine.of(checkpoint);
        String json = "{\"level\":\"INFO\",\"message\":\"" + CheckpointLine.of(checkpoint) + "\",\"thread\":\"x\"}";

        assertThat(CheckpointLine.read(plain)).contains(checkpoint);
        assertThat(CheckpointLine.read(json)).contains(checkpoint);
    }

    @Test
    void anyOtherLineHasNone() {
        assertThat(CheckpointLine.read("Sallyport listens")).isEmpty();
        assertThat(CheckpointLine.read(CheckpointLine.of(checkpoint).replace("head", "tail")))
                .isEmpty();
    }
}
