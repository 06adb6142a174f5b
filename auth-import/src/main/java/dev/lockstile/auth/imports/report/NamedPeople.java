package dev.lockstile.auth.imports.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people of one kind whom the mover has to know by name.
 *
 * @param count how many there are
 * @param first the first of them, at most {@value #MOST}: the watch is told all
 */
public record NamedPeople(long count, List<NamedPerson> first) {

    /** So many stand in a report. */
    public static final int MOST = 1000;

    /**
     * Copies the list.
     *
     * @param count how many there are
     * @param first the first of them, at most {@value #MOST}
     */
    public NamedPeople {
        first = List.copyOf(first);
    }

    /** {@return count and people as they stand in a report or a plan} */
    public Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("count", count);
        all.put("people", first.stream().map(NamedPerson::toMap).toList());
        return all;
    }
}
