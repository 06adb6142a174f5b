package dev.lockstile.auth.pages;

import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entries of the trail as rows of a page, under their days. */
final class EventRows {

    private EventRows() {}

    /**
     * An entry that stands for itself and for later ones like it.
     *
     * @param times how many it stands for
     */
    record Counted(Entry entry, int times) {

        /** With the number where there are several. */
        Map<String, @Nullable Object> shown(Map<String, @Nullable Object> event, Texts texts) {
            if (times > 1) {
                event.put("detail", texts.say("events.times", times));
            }
            return event;
        }
    }

    /**
     * The entries with the steps of set-ups, which tell little beside the change that a set-up ends with, as one row
     * for each session, at the place of its latest step. None is left out, so that a flood of steps hides no other
     * entry.
     */
    static List<Counted> counted(List<Entry> entries) {
        Map<List<@Nullable String>, Integer> steps = new HashMap<>();
        entries.stream().filter(EventRows::isStep).forEach(step -> steps.merge(owner(step), 1, Integer::sum));
        return entries.stream()
                .map(entry -> isStep(entry)
                        ? new Counted(entry, Objects.requireNonNullElse(steps.remove(owner(entry)), 0))
                        : new Counted(entry, 1))
                .filter(counted -> counted.times > 0)
                .toList();
    }

    private static boolean isStep(Entry entry) {
        return entry.succeeded() && Operation.FACTOR_CHANGE.name().equals(entry.detail());
    }

    private static List<@Nullable String> owner(Entry entry) {
        return Arrays.asList(entry.user(), entry.session());
    }

    /** The first entry of each day gets it as {@code day}; {@code later} is false for the first of all. */
    static List<Map<String, @Nullable Object>> underDays(List<Map<String, @Nullable Object>> events, Times times) {
        String last = "";
        for (Map<String, @Nullable Object> event : events) {
            String day = times.longDay((Instant) event.get("at"));
            event.put("day", day.equals(last) ? null : day);
            event.put("later", !last.isEmpty());
            last = day;
        }
        return events;
    }
}
