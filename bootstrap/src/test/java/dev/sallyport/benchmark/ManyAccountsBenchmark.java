package dev.sallyport.benchmark;

import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.Setting;
import dev.sallyport.settings.Settings;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a page of accounts costs the same at the beginning and at the end, and whether searching and signing in get dearer, when there are many:
 * prints a row of ratios for H2, PostgreSQL and MongoDB. {@code benchmarks/accounts.sh} runs it; by its name no build does.
 */
final class ManyAccountsBenchmark {

    private static final int FEW = 1_000;

    @Test
    void printRatios(@TempDir Path folder) {
        int many = Integer.getInteger("sallyport.benchmark.accounts", 100_000);
        System.out.printf(
                "| of %,d accounts | page at the end / at the beginning | list of 20 / with %,d | 20 of a prefix that everybody has / with %,d"
                        + " | one by a prefix / with %,d | sign-in / with %,d |%n",
                many, FEW, FEW, FEW, FEW);
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        measure("H2", Map.of(Setting.DATA, folder.toString()), many);
        measure(TestServer.postgres(), "PostgreSQL", many);
        measureMongo(TestServer.mongo(), many);
    }

    /** The stand-in sorts in memory what MongoDB reads off an index, so its figures would say nothing about MongoDB. */
    private static void measureMongo(TestServer server, int many) {
        if (server.provided().startsWith("mongo-java-server")) {
            System.out.println("| MongoDB | not measured: name one in SALLYPORT_TEST_MONGO_URL | | | | |");
        } else {
            measure(server, "MongoDB", many);
        }
    }

    private static void measure(TestServer server, String name, int many) {
        measure(name + ", " + server.provided(), Map.of(Setting.STORAGE_ACCOUNTS_URL, server.freshUrl()), many);
    }

    private static void measure(String backend, Map<Setting, String> settings, int many) {
        StoragePlan plan = StoragePlan.of(Configuration.of(Settings.of(settings)));
        try (OpenStores stores = OpenStores.of(plan)) {
            GrowingStores growing = new GrowingStores(backend, stores);
            growing.growTo(FEW);
            growing.signIn(); // warms the code up
            growing.list();
            growing.searchEverybody();
            growing.searchOne();
            double few = growing.signIn();
            double fewListed = growing.list();
            double fewSearched = growing.searchEverybody();
            double fewFound = growing.searchOne();
            growing.growTo(many);
            System.out.printf(
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    backend,
                    growing.lastPageToFirst(),
                    growing.list() / fewListed,
                    growing.searchEverybody() / fewSearched,
                    growing.searchOne() / fewFound,
                    growing.signIn() / few);
        }
    }
}
