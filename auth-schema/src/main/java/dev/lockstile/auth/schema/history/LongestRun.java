package dev.lockstile.auth.schema.history;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The longest part of a list that is in order, so that as few entries as can be count as moved. */
final class LongestRun {

    private LongestRun() {}

    /** @param places where each entry belongs */
    static List<String> of(List<String> entries, Map<String, Integer> places) {
        int[] length = new int[entries.size()];
        int[] before = new int[entries.size()];
        Arrays.fill(before, -1);
        int last = -1;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (place(entries.get(j), places) < place(entries.get(i), places) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Deque<String> run = new ArrayDeque<>();
        for (int i = last; i >= 0; i = before[i]) {
            run.addFirst(entries.get(i));
        }
        return List.copyOf(run);
    }

    private static int place(String entry, Map<String, Integer> places) {
        return places.getOrDefault(entry, 0);
    }
}
