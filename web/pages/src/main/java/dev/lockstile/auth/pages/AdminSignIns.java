package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.SignInCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sign-ins by way, and the refused ones by reason, as rows of two tables; the most frequent first. */
record AdminSignIns(List<SignInCount> counts, EventWords words) {

    Map<String, Object> model() {
        Map<String, long[]> ways = new LinkedHashMap<>();
        Map<String, Long> reasons = new LinkedHashMap<>();
        for (SignInCount one : counts) {
            List<String> parts =
                    one.succeeded() ? List.of(words.phrase(one.detail()), "") : words.wayAndReason(one.detail());
            ways.computeIfAbsent(parts.get(0), way -> new long[2])[one.succeeded() ? 0 : 1] += one.count();
            if (!one.succeeded()) {
                reasons.merge(parts.get(1), one.count(), Long::sum);
            }
        }
        long most = ways.values().stream().mapToLong(AdminSignIns::sum).max().orElse(0);
        return Map.of("ways", ways(ways), "reasons", reasons(reasons), "most", most);
    }

    private static List<Map<String, Object>> ways(Map<String, long[]> ways) {
        return ways.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> way) -> -sum(way.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(way -> Map.<String, Object>of(
                        "way", way.getKey(), "done", way.getValue()[0], "refused", way.getValue()[1]))
                .toList();
    }

    private static long sum(long[] ofWay) {
        return ofWay[0] + ofWay[1];
    }

    private static List<Map<String, Object>> reasons(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> Map.<String, Object>of("reason", reason.getKey(), "count", reason.getValue()))
                .toList();
    }
}
