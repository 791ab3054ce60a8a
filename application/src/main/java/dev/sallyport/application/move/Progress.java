package dev.sallyport.application.move;

/**
 * How far a move is.
 *
 * @param done records of the kind that this stage is through with
 * @param total how many there were when the stage began; some may have come or gone since
 */
public record Progress(Stage stage, Kind<?> kind, long done, long total) {

    /** What a move does with each kind: first it copies all kinds, then it reads each back from both sides. */
    public enum Stage {
        COPYING,
        READING_SOURCE,
        READING_TARGET
    }
}
