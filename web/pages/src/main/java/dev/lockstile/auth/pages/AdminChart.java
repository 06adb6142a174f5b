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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts by day as the bars of a drawing, and as the rows of its table.
 *
 * @param first the beginning of the first day
 */
record AdminChart(DailyCounts daily, Instant first, Times times) {

    /** Above each bar there is room for its value in charts of so many days at most. */
    private static final int VALUED_DAYS = 14;

    private static final int VALUES_BELOW = 1000;

    /** Days from one date below the bars to the next one, by the number of days. */
    private static final Map<Integer, Integer> DATED = Map.of(7, 1, 14, 2, 30, 5);

    /** Heights of a chart, each with an even number of its kind; ten times as much goes too. */
    private static final List<Long> HEIGHTS =
            List.of(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 20L, 24L, 30L, 40L, 50L, 60L, 80L);

    private static final Set<DailyCounts.Kind> UNMARKED = Set.of(DailyCounts.Kind.SIGN_UPS, DailyCounts.Kind.ACTIVE);

    private static final int WIDTH = 420;
    private static final int BASE = 112;
    private static final int TOP = 16;
    private static final int GAP = 8;
    private static final int NARROW = 20;
    private static final int NARROW_GAP = 4;

    Map<String, @Nullable Object> model() {
        long highest = ceiling(Collections.max(daily.counts()));
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
        model.put(
                "ticks", Stream.of(highest, highest / 2, 0L).map(times::number).toList());
        model.put("values", values());
        model.put("dates", dates());
        model.put("markedPath", markedPath(highest));
        model.put("from", times.date(first));
        model.put("to", times.date(first.plus(Duration.ofDays(daily.counts().size() - 1L))));
        return model;
    }

    /** An even number that is as high as the highest bar, or a little higher. */
    private static long ceiling(long highest) {
        for (long scale = 1; ; scale *= 10) {
            for (long height : HEIGHTS) {
                if (height * scale >= highest) {
                    return height * scale;
                }
            }
        }
    }

    /** Above the bars; empty where there is no room. */
    private List<String> values() {
        boolean fit = daily.counts().size() <= VALUED_DAYS && Collections.max(daily.counts()) < VALUES_BELOW;
        return fit
                ? daily.counts().stream()
                        .map(count -> count == 0 ? "" : count.toString())
                        .toList()
                : List.of();
    }

    private List<String> dates() {
        int days = daily.counts().size();
        int step = DATED.getOrDefault(days, days);
        return IntStream.iterate(0, day -> day < days, day -> day + step)
                .mapToObj(day -> times.dayOfYear(first.plus(Duration.ofDays(day))))
                .toList();
    }

    /** All marked parts of bars as one shape, which takes a third of the bytes of one for each day. */
    private String markedPath(long highest) {
        int step = WIDTH / daily.counts().size();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < daily.marked().size(); i++) {
            long height = height(daily.marked().get(i), highest);
            if (height > 0) {
                int width = width(step);
                path.append('M').append(left(i, step)).append(' ').append(BASE);
                path.append('v')
                        .append(-height)
                        .append('h')
                        .append(width)
                        .append('v')
                        .append(height)
                        .append('z');
            }
        }
        return path.toString();
    }

    private static int left(int day, int step) {
        return day * step + (step - width(step)) / 2;
    }

    private static int width(int step) {
        return step < NARROW ? step - NARROW_GAP : step - GAP;
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
                    left(i, step),
                    "width",
                    width(step),
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
