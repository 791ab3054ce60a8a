package dev.sallyport.settings;

/** The settings are no good; the message is one sentence for the operator that names the setting and the way out. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    /** For a value that is not allowed. The value itself stays out of the message: it may be a secret. */
    public static SettingsException notAllowed(Setting setting) {
        return new SettingsException(setting.bothNames() + " has a value that is not allowed; allowed: "
                + setting.allowed().description() + ".");
    }
}
