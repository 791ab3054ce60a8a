package dev.sallyport;

import dev.sallyport.settings.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells logback how to log, before its first use: {@code logback.xml} reads these properties. */
final class Logging {

    private static final String TERMINAL = "sallyport.terminal";
    private static final String FORMAT = "sallyport.logback.format";
    private static final String TARGET = "sallyport.logback.target";
    private static final String LEVEL = "sallyport.logback.level";

    private Logging() {}

    static void configure(Configuration.Log log) {
        boolean text = log.format().equals("text") || (log.format().equals("auto") && isOnTerminal());
        System.setProperty(FORMAT, text ? "text" : "json");
        System.setProperty(LEVEL, log.level());
    }

    /** For commands whose standard output is for what they are asked for. Before {@link #configure}. */
    static void toStandardError() {
        System.setProperty(TARGET, "System.err");
    }

    /** The launcher knows. */
    static boolean isOnTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    /** For whoever asks for the whole of it with {@code --log.level debug}. */
    static void debug(StartFailure failure) {
        Logger log = LoggerFactory.getLogger(Logging.class);
        log.debug("The start failed", failure);
    }
}
