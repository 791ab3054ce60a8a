package dev.sallyport.testkit.backend;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done before the JVM ends, SIGTERM included: last come, first done, so that a folder goes after the process in it. */
final class AtExit {

    private static final Deque<Runnable> TASKS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::runAll, "test-servers-end"));
    }

    private AtExit() {}

    static void run(Runnable task) {
        synchronized (TASKS) {
            TASKS.push(task);
        }
    }

    private static void runAll() {
        synchronized (TASKS) {
            while (!TASKS.isEmpty()) {
                TASKS.pop().run();
            }
        }
    }
}
