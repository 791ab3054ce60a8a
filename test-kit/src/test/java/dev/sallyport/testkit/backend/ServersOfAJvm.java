package dev.sallyport.testkit.backend;

import dev.sallyport.testkit.backend.Source.Provided;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A process that starts servers, writes a line with URL and provision for each and then an empty one, and exits when its input ends.
 * With the argument {@code binaries} it starts those, whatever else there is.
 */
final class ServersOfAJvm {

    private ServersOfAJvm() {}

    public static void main(String... arguments) throws IOException {
        Stream<String> lines = arguments[0].equals("binaries") ? binaries() : servers();
        lines.forEach(IO::println);
        IO.println("");
        System.in.transferTo(System.out);
        System.exit(0);
    }

    private static Stream<String> binaries() {
        return Stream.of(PostgresBinary.start(), MariaDbBinary.start(), RedisBinary.startForTests())
                .map(ServersOfAJvm::line);
    }

    private static Stream<String> servers() {
        return Stream.of(TestServer.postgres(), TestServer.mariaDb(), TestServer.mongo(), TestServer.redis())
                .map(server -> server.freshUrl() + "\t" + server.provided());
    }

    private static String line(Provided binary) {
        return binary.url() + "\t" + binary.how();
    }
}
