package dev.lockstile.auth.pages;

import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the trail as rows of a page, under their days. */
final class EventRows {

    private EventRows() {}

    /** A step of a set-up, which tells nothing beside the change that the set-up ends with. */
    static boolean isStep(Entry entry) {
        return entry.succeeded() && Operation.FACTOR_CHANGE.name().equals(entry.detail());
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
