package dev.sallyport.command;

/** What a command may be told beside the settings of the service. */
public interface Option {

    /** As it is typed, {@code --} included. */
    String argument();

    boolean hasValue();

    /** Whether it may be given more than once, with a value each time. */
    default boolean isRepeatable() {
        return false;
    }
}
