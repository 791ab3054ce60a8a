package dev.sallyport.testkit.backend;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.sallyport.testkit.backend.Source.Provided;

/** mongo-java-server in this JVM, in place of the binary that Maven Central does not have. */
final class MongoInProcess {

    private MongoInProcess() {}

    static Provided start() {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind("127.0.0.1", 0);
        AtExit.run(server::shutdownNow);
        int port = server.getLocalAddress().getPort();
        return new Provided(ServerUrl.of("mongodb://127.0.0.1:" + port), "mongo-java-server, not a real MongoDB");
    }
}
