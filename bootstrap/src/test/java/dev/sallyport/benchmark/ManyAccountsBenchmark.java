package dev.sallyport.benchmark;

import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.testkit.journey.Api;
import dev.sallyport.testkit.journey.ServiceUnderTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a page of accounts costs the same at the beginning and at the end, and whether listing, searching and signing in get dearer
 * when there are many: prints a row of ratios for H2, PostgreSQL and MongoDB. {@code benchmarks/accounts.sh} runs it; by its name no
 * build does.
 */
final class ManyAccountsBenchmark {

    private static final int FEW = 1_000;

    @TempDir
    private Path folder;

    @Test
    void printRatios() {
        int many = Integer.getInteger("sallyport.benchmark.accounts", 100_000);
        System.out.printf(
                "| %,d accounts against %,d | last page / first | GET /users?limit=20 | its call of the store |"
                        + " 20 of a prefix that everybody has | one by a prefix | sign-in |%n",
                many, FEW);
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        measure("H2", many, on("h2-few"), on("h2-many"));
        measure(TestServer.postgres(), "PostgreSQL", many);
        measureMongo(TestServer.mongo(), many);
    }

    /** The stand-in sorts in memory what MongoDB reads off an index, so its figures would say nothing about MongoDB. */
    private void measureMongo(TestServer server, int many) {
        if (server.provided().startsWith("mongo-java-server")) {
            System.out.println("| MongoDB | not measured: name one in SALLYPORT_TEST_MONGO_URL | | | | | |");
        } else {
            measure(server, "MongoDB", many);
        }
    }

    private void measure(TestServer server, String name, int many) {
        measure(name + ", " + server.provided(), many, on(name + "-few", server), on(name + "-many", server));
    }

    private static void measure(String backend, int many, Map<String, String> few, Map<String, String> lots) {
        String calls = calls(backend, many, few, lots);
        System.out.printf(calls, requests(few, lots));
    }

    /** All of the row but for the ratio of the requests: the database is either in the hands of the service or in ours. */
    private static String calls(String backend, int many, Map<String, String> ofFew, Map<String, String> ofLots) {
        try (FilledStores few = FilledStores.of(backend, ofFew, FEW);
                FilledStores lots = FilledStores.of(backend, ofLots, many)) {
            return "| %s | %.2f | %%.2f | %.2f | %.2f | %.2f | %.2f |%%n"
                    .formatted(
                            backend,
                            Turns.ratio(lots::listAtTheEnd, lots::list),
                            Turns.ratio(lots::list, few::list),
                            Turns.ratio(lots::searchEverybody, few::searchEverybody),
                            Turns.ratio(lots::searchOne, few::searchOne),
                            Turns.ratio(lots::signIn, few::signIn));
        }
    }

    private static double requests(Map<String, String> ofFew, Map<String, String> ofLots) {
        try (StartedService few = StartedService.with(ofFew);
                StartedService lots = StartedService.with(ofLots)) {
            Api rootOfFew = ServiceUnderTest.rootOf(few.api());
            Api rootOfLots = ServiceUnderTest.rootOf(lots.api());
            return Turns.ratio(() -> list(rootOfLots), () -> list(rootOfFew));
        }
    }

    private static void list(Api root) {
        root.get("/api/v1/users?limit=20").expect(200);
    }

    private Map<String, String> on(String name) {
        Map<String, String> settings = new HashMap<>(ServiceUnderTest.ADMINISTERED);
        settings.put("data", folder.resolve(name).toString());
        return settings;
    }

    private Map<String, String> on(String name, TestServer server) {
        Map<String, String> settings = on(name);
        settings.put("storage.accounts.url", server.freshUrl());
        return settings;
    }
}
