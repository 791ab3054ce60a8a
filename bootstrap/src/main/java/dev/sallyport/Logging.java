package dev.sallyport;

import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells logback how to log, before its first use: {@code logback.xml} reads these properties. */
final class Logging {

    private static final String TERMINAL = "sallyport.terminal";
    private static final String FORMAT = "sallyport.logback.format";
    private static final String LEVEL = "sallyport.logback.level";

    private Logging() {}

    static void configure(Settings settings) {
        String format = settings.choice(Setting.LOG_FORMAT);
        boolean text = format.equals("text") || (format.equals("auto") && Boolean.getBoolean(TERMINAL));
        System.setProperty(FORMAT, text ? "text" : "json");
        System.setProperty(LEVEL, settings.choice(Setting.LOG_LEVEL));
    }

    static void debug(RuntimeException failure) {
        Logger log = LoggerFactory.getLogger(Logging.class);
        log.debug("The start failed", failure);
    }
}
