package dev.sallyport.application.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Whole numbers, which take as little memory as they have gaps. */
final class Numbers {

    /** Each stretch without a gap, by its first number. */
    private final NavigableMap<Long, Long> stretches = new TreeMap<>();

    /** Numbers that are missing, the first and the last of them included. */
    record Gap(long first, long last) {}

    void add(long number) {
        Map.Entry<Long, Long> below = stretches.floorEntry(number);
        if (below != null && below.getValue() >= number) {
            return;
        }
        long first = below != null && below.getValue() == number - 1 ? below.getKey() : number;
        Long last = stretches.remove(number + 1);
        stretches.put(first, last == null ? number : last);
    }

    /** Which are missing of those after {@code base}, up to {@code end}. */
    List<Gap> gaps(long base, long end) {
        List<Gap> gaps = new ArrayList<>();
        long covered = base;
        for (Map.Entry<Long, Long> stretch : stretches.headMap(end, true).entrySet()) {
            if (stretch.getKey() > covered + 1) {
                gaps.add(new Gap(covered + 1, stretch.getKey() - 1));
            }
            covered = Math.max(covered, stretch.getValue());
        }
        if (covered < end) {
            gaps.add(new Gap(covered + 1, end));
        }
        return gaps;
    }
}
