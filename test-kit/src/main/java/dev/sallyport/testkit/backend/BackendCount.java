package dev.sallyport.testkit.backend;

import java.util.List;

/** How many tests passed and failed on a backend that was provided in some way; in a file, a line of fields between tabs. */
record BackendCount(String backend, String provided, long passed, long failed) {

    static BackendCount parse(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        return new BackendCount(
                fields.get(0), fields.get(1), Long.parseLong(fields.get(2)), Long.parseLong(fields.get(3)));
    }

    String line() {
        return String.join("\t", backend, provided, Long.toString(passed), Long.toString(failed));
    }

    BackendCount plus(BackendCount other) {
        return new BackendCount(backend, provided, passed + other.passed, failed + other.failed);
    }
}
