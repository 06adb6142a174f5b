package dev.lockstile.proofs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What was seen at one moment of the soak, and how long requests took since the moment before.
 *
 * @param second since the load began
 * @param figures counts by name, such as {@code node 1 threads} or {@code rows auth_session}
 * @param times microseconds of each request by its kind
 */
record SoakSample(long second, Map<String, Long> figures, Map<String, List<Integer>> times) {

    /** Microseconds that so many of a hundred requests of a kind did not exceed; 0 where there were none. */
    static int percentile(List<SoakSample> samples, String kind, int percent) {
        List<Integer> all = new ArrayList<>();
        samples.forEach(sample -> all.addAll(sample.times().getOrDefault(kind, List.of())));
        Collections.sort(all);
        return all.isEmpty() ? 0 : all.get(Math.min(all.size() - 1, all.size() * percent / 100));
    }

    /** The middle of what the samples say; of two middles the greater. */
    static long median(List<SoakSample> samples, String name) {
        List<Long> all = samples.stream()
                .map(SoakSample::figures)
                .filter(figures -> figures.containsKey(name))
                .map(figures -> figures.get(name))
                .sorted()
                .toList();
        if (all.isEmpty()) {
            throw new AssertionError("no sample of " + name);
        }
        return all.get(all.size() / 2);
    }

    String line() {
        StringBuilder line = new StringBuilder("second=" + second);
        figures.forEach((name, value) ->
                line.append('\t').append(name.replace(' ', '-')).append('=').append(value));
        times.keySet()
                .forEach(kind -> line.append('\t')
                        .append(kind)
                        .append('=')
                        .append(percentile(List.of(this), kind, 50))
                        .append('/')
                        .append(percentile(List.of(this), kind, 99)));
        return line.toString();
    }
}
