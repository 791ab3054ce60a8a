package dev.sallyport.auditing;

/** What {@code --help} after a command prints. */
final class AuditHelp {

    private static final String BOTH = """
            Usage: ./sallyport audit verify|export [--KEY VALUE ...]

              verify   reads the whole audit log and names every record that is not as it was written
              export   writes records to standard output, a JSON object a line

            ./sallyport audit verify --help and ./sallyport audit export --help tell more.
            """;

    private static final String VERIFY = """
            Usage: ./sallyport audit verify [--against FILE ...]

            Reads the whole audit log and names every record that was edited, removed, moved or cut off. May run beside the
            service, with the settings it has and its master key. What was removed together with every trace of it is found
            only with --against, so keep the log somewhere else.

              --against FILE   a log of the service: the checkpoints in it are compared as well. Any number of times
            """;

    private static final String EXPORT = """
            Usage: ./sallyport audit export [--from TIME] [--to TIME]

            Writes records to standard output, oldest first, a JSON object a line. Times are like 2026-11-22T00:00:00Z.

              --from TIME   only events of that time or later
              --to TIME     only events before that time
            """;

    private static final String SETTINGS = """

            Every option of the service is taken as well, such as --data and --storage.accounts.url; ./sallyport --help lists
            them. Status: 0 when done and all is whole, 1 when not, 2 when the command is not understood.
            """;

    private AuditHelp() {}

    static String text() {
        return BOTH;
    }

    static String of(AuditCommand command) {
        return switch (command) {
            case VERIFY -> VERIFY + SETTINGS;
            case EXPORT -> EXPORT + SETTINGS;
        };
    }
}
