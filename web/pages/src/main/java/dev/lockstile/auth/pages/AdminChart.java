package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.DailyCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts by day as the bars of a drawing, and as the rows of its table.
 *
 * @param first the beginning of the first day
 */
record AdminChart(DailyCounts daily, Instant first, Times times) {

    static final int DAYS = 14;

    private static final Set<DailyCounts.Kind> UNMARKED = Set.of(DailyCounts.Kind.SIGN_UPS, DailyCounts.Kind.ACTIVE);

    private static final int WIDTH = 420;
    private static final int BASE = 112;
    private static final int TOP = 16;

    Map<String, @Nullable Object> model() {
        long highest = Math.max(1, Collections.max(daily.counts()));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("kind", daily.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        model.put(
                "total",
                daily.kind() == DailyCounts.Kind.ACTIVE ? Collections.max(daily.counts()) : sum(daily.counts()));
        model.put("marked", sum(daily.marked()));
        model.put("bad", daily.kind() != DailyCounts.Kind.CODES);
        model.put("marks", !UNMARKED.contains(daily.kind()));
        model.put("highest", highest);
        model.put("days", days(highest));
        model.put("from", times.date(first));
        model.put("to", times.date(first.plus(Duration.ofDays(daily.counts().size() - 1L))));
        return model;
    }

    private List<Map<String, Object>> days(long highest) {
        int step = WIDTH / daily.counts().size();
        List<Map<String, Object>> days = new ArrayList<>();
        for (int i = 0; i < daily.counts().size(); i++) {
            long count = daily.counts().get(i);
            long marked = daily.marked().get(i);
            days.add(Map.of(
                    "day",
                    times.date(first.plus(Duration.ofDays(i))),
                    "count",
                    count,
                    "marked",
                    marked,
                    "x",
                    i * step + 4,
                    "width",
                    step - 8,
                    "y",
                    BASE - Math.max(2, height(count, highest)),
                    "height",
                    Math.max(2, height(count, highest)),
                    "markedY",
                    BASE - height(marked, highest),
                    "markedHeight",
                    height(marked, highest)));
        }
        return days;
    }

    private static long height(long count, long highest) {
        return count * (BASE - TOP) / highest;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
