package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures at the top of the first page, and its charts.
 *
 * @param people one page of them
 * @param daily what happened by day; null where counting took too long
 * @param first the beginning of the first day
 */
record AdminOverview(AdminLists.Page people, @Nullable List<DailyCounts> daily, Instant first, Times times) {

    /** People that are counted; of more it is said that there are more. */
    static final int MOST_PEOPLE = 200;

    private static final int WEEK = 7;

    Map<String, @Nullable Object> model() {
        List<DailyCounts> counted = daily == null ? List.of() : daily;
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("tiles", tiles());
        model.put(
                "charts",
                counted.stream()
                        .map(each -> new AdminChart(each, first, times).model())
                        .toList());
        model.put("missing", missing());
        return model;
    }

    /** Why there are no charts, or not all. */
    private @Nullable String missing() {
        if (daily == null) {
            return times.texts().say("figures.late");
        }
        return of(DailyCounts.Kind.SIGN_INS) == null ? times.texts().say("figures.noEvents") : null;
    }

    private List<Map<String, @Nullable Object>> tiles() {
        List<Map<String, @Nullable Object>> tiles = new ArrayList<>();
        tiles.add(tile("people", known(), null));
        DailyCounts signUps = of(DailyCounts.Kind.SIGN_UPS);
        if (signUps != null) {
            tiles.add(tile("new", number(last(signUps.counts(), WEEK)), null));
        }
        DailyCounts active = of(DailyCounts.Kind.ACTIVE);
        if (active != null) {
            tiles.add(tile("active", number(last(active.counts(), 1)), null));
        }
        DailyCounts signIns = of(DailyCounts.Kind.SIGN_INS);
        if (signIns != null) {
            tiles.add(tile("refused", number(last(signIns.marked(), 1)), last(signIns.marked(), WEEK)));
        }
        return tiles;
    }

    private Map<String, @Nullable Object> tile(String name, String value, @Nullable Long week) {
        Map<String, @Nullable Object> tile = new HashMap<>();
        tile.put("label", times.texts().say("figures." + name));
        tile.put("value", value);
        tile.put("small", week == null ? "" : times.texts().say("figures.of7", number(week)));
        return tile;
    }

    private String known() {
        long here = people.rows().stream()
                .filter(row -> row.get("deletedAt") == null)
                .count();
        return people.next() == null ? number(here) : number(MOST_PEOPLE) + "+";
    }

    private String number(long count) {
        return times.number(count);
    }

    private @Nullable DailyCounts of(DailyCounts.Kind kind) {
        return daily == null
                ? null
                : daily.stream().filter(each -> each.kind() == kind).findFirst().orElse(null);
    }

    private static long last(List<Long> counts, int days) {
        return counts.subList(Math.max(0, counts.size() - days), counts.size()).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
