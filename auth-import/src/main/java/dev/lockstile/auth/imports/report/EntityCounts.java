package dev.lockstile.auth.imports.report;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of one kind.
 *
 * @param states how many ended in which state; every state is there
 * @param added rows that stand for none in the source, such as the profile of a user who had none
 * @param byReason why rows were skipped or quarantined
 */
public record EntityCounts(Map<State, Long> states, long added, Map<String, Long> byReason) {

    /**
     * Copies the maps.
     *
     * @param states how many ended in which state
     * @param added rows that stand for none in the source
     * @param byReason why rows were skipped or quarantined
     */
    public EntityCounts {
        states = Map.copyOf(states);
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
    }

    /**
     * {@return how many ended in that state}
     *
     * @param state how rows ended
     */
    public long in(State state) {
        return states.getOrDefault(state, 0L);
    }

    /** {@return how many were read: the sum of all states} */
    public long read() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * {@return the sum of several kinds of rows}
     *
     * @param all counts of any kinds
     */
    public static EntityCounts sum(Collection<EntityCounts> all) {
        Map<State, Long> states = new EnumMap<>(State.class);
        Map<String, Long> reasons = new TreeMap<>();
        long added = 0;
        for (EntityCounts one : all) {
            one.states().forEach((state, rows) -> states.merge(state, rows, Long::sum));
            one.byReason().forEach((reason, rows) -> reasons.merge(reason, rows, Long::sum));
            added += one.added();
        }
        return new EntityCounts(states, added, reasons);
    }
}
