package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures at the top of the first page, its charts, and the people who came last.
 *
 * @param people one page of them
 * @param daily what happened by day; null where counting took too long
 * @param first the beginning of the first day
 * @param days how many of the last days are drawn
 */
record AdminOverview(AdminLists.Page people, @Nullable List<DailyCounts> daily, Instant first, int days, Times times) {

    /** People that are counted; of more it is said that there are more. */
    static final int MOST_PEOPLE = 200;

    static final int USUAL_DAYS = 14;

    private static final List<Integer> CHOICES = List.of(7, USUAL_DAYS, 30);
    private static final int WEEK = 7;
    private static final int FEW = 5;

    /** As the address says. */
    static int days(String asked) {
        return CHOICES.stream()
                .filter(days -> days.toString().equals(asked))
                .findFirst()
                .orElse(USUAL_DAYS);
    }

    /** How many days are counted: as many as are drawn, and those that figures are compared with. */
    static int counted(int days) {
        return Math.max(days, USUAL_DAYS);
    }

    Map<String, @Nullable Object> model() {
        List<DailyCounts> counted = daily == null ? List.of() : daily;
        int unseen = counted(days) - days;
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("tiles", tiles());
        model.put(
                "charts",
                counted.stream()
                        .map(each -> new AdminChart(last(each), first.plus(Duration.ofDays(unseen)), times).model())
                        .toList());
        model.put("missing", missing());
        model.put("late", daily == null);
        model.put("lean", of(DailyCounts.Kind.SIGN_INS) == null);
        model.put("periods", periods());
        model.put("newest", newest());
        return model;
    }

    private DailyCounts last(DailyCounts each) {
        return new DailyCounts(each.kind(), tail(each.counts(), days), tail(each.marked(), days));
    }

    private List<Map<String, Object>> periods() {
        return CHOICES.stream()
                .map(choice -> Map.<String, Object>of(
                        "days", choice, "text", times.texts().say("figures.days", choice), "on", choice == days))
                .toList();
    }

    /** Why there are no charts, or not all. */
    private @Nullable String missing() {
        if (daily == null) {
            return times.texts().say("figures.late");
        }
        return of(DailyCounts.Kind.SIGN_INS) == null ? times.texts().say("figures.noEvents") : null;
    }

    /** The page of people begins with them. An account without address and number is one of a program. */
    private List<Map<String, @Nullable Object>> newest() {
        AdminPeople shown = new AdminPeople(times.texts());
        return here().limit(FEW)
                .map(row -> {
                    boolean program = row.get("email") == null && row.get("phone") == null;
                    Map<String, @Nullable Object> person = shown.person(row, program);
                    person.put("joined", row.get("joinedAt"));
                    return person;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> tiles() {
        List<Map<String, @Nullable Object>> tiles = new ArrayList<>();
        tiles.add(tile("people", known(), joinedToday()));
        DailyCounts signUps = of(DailyCounts.Kind.SIGN_UPS);
        if (signUps != null) {
            List<Long> counts = signUps.counts();
            long before = last(counts, 2 * WEEK) - last(counts, WEEK);
            tiles.add(tile("new", number(last(counts, WEEK)), say("before7", number(before))));
        }
        DailyCounts active = of(DailyCounts.Kind.ACTIVE);
        if (active != null) {
            long yesterday = last(active.counts(), 2) - last(active.counts(), 1);
            tiles.add(tile("active", number(last(active.counts(), 1)), say("yesterday", number(yesterday))));
        }
        DailyCounts signIns = of(DailyCounts.Kind.SIGN_INS);
        if (signIns != null) {
            tiles.add(tile("refused", number(last(signIns.marked(), 1)), refused(signIns)));
        }
        return tiles;
    }

    private String refused(DailyCounts signIns) {
        String week = say("of7", number(last(signIns.marked(), WEEK)));
        long today = last(signIns.counts(), 1);
        return today == 0 ? week : say("share", times.share(last(signIns.marked(), 1), today)) + " · " + week;
    }

    private String say(String key, String value) {
        return times.texts().say("figures." + key, value);
    }

    private Map<String, @Nullable Object> tile(String name, String value, String small) {
        Map<String, @Nullable Object> tile = new HashMap<>();
        tile.put("label", times.texts().say("figures." + name));
        tile.put("value", value);
        tile.put("small", small);
        return tile;
    }

    /** Without the deleted ones. */
    private Stream<Map<String, @Nullable Object>> here() {
        return people.rows().stream().filter(row -> row.get("deletedAt") == null);
    }

    private String known() {
        return people.next() == null ? number(here().count()) : number(MOST_PEOPLE) + "+";
    }

    /** Empty where all people of the page came today, since there may be more of them. */
    private String joinedToday() {
        Instant today = first.plus(Duration.ofDays(counted(days) - 1L));
        long joined = here().filter(row -> row.get("joinedAt") instanceof Instant at && !at.isBefore(today))
                .count();
        return joined == MOST_PEOPLE ? "" : say("today", number(joined));
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
        return tail(counts, days).stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> tail(List<Long> counts, int days) {
        return counts.subList(Math.max(0, counts.size() - days), counts.size());
    }
}
