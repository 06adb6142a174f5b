package dev.lockstile.auth.cutover.shadow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many sign-ins were looked at. The sample is what was compared, what was dropped and what waits.
 *
 * @param seen handed in, whatever became of them
 * @param noAnswer the old application had no answer to compare with; not in the sample
 * @param alike both sides let the person in, or neither did
 * @param different one side alone did, or they let in two different people
 * @param undecided the old system did not tell whether the person would be migrated
 * @param waiting not looked at yet
 * @param dropped by reason: {@code full} (no room), {@code too_long} (no name or password is), {@code late} (waited too
 *     long), {@code busy} (sign-ins were hashing), {@code failed} (such as a database that does not answer),
 *     {@code closed}
 */
public record ShadowCounts(
        long seen, long noAnswer, long alike, long different, long undecided, long waiting, Map<String, Long> dropped) {

    /**
     * Copies the reasons.
     *
     * @param seen handed in, whatever became of them
     * @param noAnswer the old application had no answer to compare with
     * @param alike both sides did the same
     * @param different one side alone let the person in, or they let in two different people
     * @param undecided the old system did not tell whether the person would be migrated
     * @param waiting not looked at yet
     * @param dropped by reason
     */
    public ShadowCounts {
        dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
    }

    /** {@return how many were compared, undecided ones among them} */
    public long compared() {
        return alike + different + undecided;
    }

    Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seen", seen);
        all.put("no_answer", noAnswer);
        all.put("compared", compared());
        all.put("alike", alike);
        all.put("different", different);
        all.put("undecided", undecided);
        all.put("waiting", waiting);
        all.put("dropped", dropped);
        return all;
    }
}
