package dev.lockstile.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the first minutes after the warm-up with the last of a soak. Counts have bounds; times are told only.
 *
 * @param first samples after the warm-up
 * @param last samples at the end
 */
record SoakVerdict(List<SoakSample> first, List<SoakSample> last) {

    /**
     * From when on tables are steady that hold what lives long whatever the settings say: challenges live five minutes,
     * attempts to delete an account count for fifteen.
     */
    private static final Map<String, Long> STEADY = Map.of("rows auth_challenge", 360L, "rows auth_throttle", 900L);

    /** The first seconds, which are not compared: a quarter, of an hour the time until the last table is steady. */
    static long warmUp(long seconds) {
        return seconds / 4;
    }

    static SoakVerdict of(List<SoakSample> samples, long seconds) {
        long begin = warmUp(seconds);
        long part = Math.min(600, seconds / 3);
        return new SoakVerdict(
                samples.stream()
                        .filter(sample -> sample.second() > begin && sample.second() <= begin + part)
                        .toList(),
                samples.stream()
                        .filter(sample -> sample.second() > seconds - part)
                        .toList());
    }

    /**
     * What grew beyond its bound.
     *
     * @param rows whether the time was long enough for the tables to be steady at the first part
     */
    List<String> growths(boolean rows) {
        List<String> growths = new ArrayList<>();
        for (String name : names()) {
            long before = SoakSample.median(first, name);
            long after = SoakSample.median(last, name);
            if (isCompared(name, rows) && after > bound(name, before)) {
                growths.add(name + ": " + before + ", then " + after);
            }
        }
        return growths;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        first.forEach(sample -> names.addAll(sample.figures().keySet()));
        return names;
    }

    private boolean isCompared(String name, boolean rows) {
        if (first.get(0).second() < STEADY.getOrDefault(name, 0L)) {
            return false;
        }
        // accounts stay when they are deleted; the test counts them
        boolean stays = name.equals("rows auth_user") || name.equals("rows auth_profile");
        return !name.endsWith(" cpu") && !stays && (rows || !name.startsWith("rows "));
    }

    /**
     * Heap: caches and compiled code settle by some percent, while 100 bytes kept of each request of an hour are far
     * more. Threads: as many send just then. Files: as many clients are connected. Connections: the pool gives idle
     * ones up and takes others. Rows: what comes between two clean-ups, which take longer on a busy machine; what they
     * forget is seen at the end.
     */
    private static long bound(String name, long before) {
        return switch (name.substring(name.lastIndexOf(' ') + 1)) {
            case "heap" -> before + before / 20 + 3 * 1024;
            case "threads" -> before + 4;
            case "files" -> before + SoakTest.PEOPLE_AT_ONCE;
            case "connections" -> Deployment.POOL;
            case "kept" -> 0;
            default -> before + before / 4 + 50;
        };
    }

    /** Medians of both parts, and how long requests took then. */
    List<String> figures() {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            if (!name.endsWith(" cpu")) {
                lines.add(name + ": " + SoakSample.median(first, name) + ", then " + SoakSample.median(last, name));
            }
        }
        Set<String> kinds = new TreeSet<>();
        first.forEach(sample -> kinds.addAll(sample.times().keySet()));
        kinds.forEach(kind -> lines.add(kind + ": p50 " + times(kind, 50) + ", p99 " + times(kind, 99)));
        return lines;
    }

    private String times(String kind, int percent) {
        int before = SoakSample.percentile(first, kind, percent);
        int after = SoakSample.percentile(last, kind, percent);
        return String.format(
                Locale.ROOT,
                "%.1f ms, then %.1f (%.2f)",
                before / 1000.0,
                after / 1000.0,
                after / (double) Math.max(1, before));
    }
}
