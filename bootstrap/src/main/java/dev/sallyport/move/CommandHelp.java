package dev.sallyport.move;

/** What {@code --help} after a command prints. */
final class CommandHelp {

    private static final String MOVE = """
            Usage: ./sallyport move [--from URL] [--from-tokens URL] [--to URL] [--to-tokens URL] [--resume]

            Copies accounts, roles, API keys, sessions, one-time tokens, the service's own keys and the audit log from
            one store to another, reads both back and compares them. Stop the service first. A side that is not named is
            the configured store, which is the database in the data folder unless settings say otherwise.
            """;

    private static final String EXPORT = """
            Usage: ./sallyport export --file FILE [--from URL] [--from-tokens URL]

            Writes accounts, roles, API keys, sessions, one-time tokens, the service's own keys and the audit log into a
            new file, a line of JSON for each record, reads it back and compares. Stop the service first.
            """;

    private static final String IMPORT = """
            Usage: ./sallyport import --file FILE [--to URL] [--to-tokens URL] [--resume]

            Checks a file that an export wrote, copies what is in it into an empty store, reads both back and compares.
            """;

    private static final String SOURCE = """
              --from URL         where accounts, roles, keys and the audit log are
              --from-tokens URL  where sessions and one-time tokens are, if that is another database
            """;

    private static final String TARGET = """
              --to URL           where accounts, roles, keys and the audit log will be
              --to-tokens URL    where sessions and one-time tokens will be, if that is another database
            """;

    private static final String FILE = """
              --file FILE        the file; one that is there is not written over
            """;

    private static final String RESUME = """
              --resume           goes on with a move that was interrupted: the target may have something already
            """;

    private static final String SETTINGS = """

            Every option of the service is taken as well, such as --data and --storage.timeout; ./sallyport --help lists
            them. A password in a URL can be read in the list of processes: rather configure that side by
            SALLYPORT_STORAGE_ACCOUNTS_URL and its kin, and leave its option out. Status: 0 when everything has arrived, 1 when
            not, 2 when the command is not understood.
            """;

    private CommandHelp() {}

    static String of(Command command) {
        return switch (command) {
            case MOVE -> MOVE + "\n" + SOURCE + TARGET + RESUME + SETTINGS;
            case EXPORT -> EXPORT + "\n" + FILE + SOURCE + SETTINGS;
            case IMPORT -> IMPORT + "\n" + FILE + TARGET + RESUME + SETTINGS;
        };
    }
}
