package dev.sallyport.move;

import dev.sallyport.application.move.Comparison;
import dev.sallyport.application.move.Kind;
import dev.sallyport.application.move.MoveHouse.Result;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what came of a move from one place to another. */
record Report(PrintStream out, String source, String target) {

    /** Prints the table and what comes next; throws {@link MoveFailure} with the way out unless everything has arrived. */
    void tell(Result result, String next) {
        switch (result) {
            case Result.Moved(Comparison comparison) -> {
                out.print(ComparisonTable.of(comparison));
                out.println("Everything has arrived: both sides were read back and are alike. " + next);
            }
            case Result.Incomplete(Comparison comparison) -> {
                out.print(ComparisonTable.of(comparison));
                out.println(
                        "Everything that can be read has arrived: both sides were read back and are alike. " + next);
                throw new MoveFailure(
                        source + " has more than could be read, which stayed behind (" + list(unread(comparison))
                                + "): a service wrote meanwhile, or somebody edited it by hand, and then ./sallyport audit verify on it"
                                + " names the audit records.");
            }
            case Result.Differs(Comparison comparison) -> {
                out.print(ComparisonTable.of(comparison));
                throw new MoveFailure(target + " does not have what " + source
                        + " has; if a service is running on either, stop it, then empty the target and begin anew.");
            }
            case Result.SourceEmpty() ->
                throw new MoveFailure(source + " has nothing to move; check that it is the one you mean.");
            case Result.TargetNotEmpty(Map<Kind<?>, Long> counts) ->
                throw new MoveFailure(target + " has " + list(counts)
                        + " already; empty it (a service that was started on it leaves keys and roles), name another, or add"
                        + " --resume to go on with a move that was interrupted.");
            case Result.DoesNotFit(Kind<?> kind, String why) ->
                throw new MoveFailure("The " + kind + " of " + source + " do not fit beside what " + target
                        + " has already (" + why + "); empty it and begin anew.");
        }
    }

    private static Map<Kind<?>, Long> unread(Comparison comparison) {
        Map<Kind<?>, Long> unread = new LinkedHashMap<>();
        comparison.lines().forEach(line -> unread.put(line.kind(), line.unread()));
        return unread;
    }

    private static String list(Map<Kind<?>, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
