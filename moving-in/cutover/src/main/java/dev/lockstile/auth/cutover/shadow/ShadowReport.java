package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was compared on this node since it started. It lives in memory: a host that wants to keep it writes
 * {@link #toJson()} wherever it keeps such things. For operators alone: it tells who has an account.
 *
 * @param since when this node began to compare
 * @param until when this report was made
 * @param counts how many were looked at
 * @param passwords how often which answer there met which answer here, as {@code signed_in} and {@code wrong_password}
 * @param codes the same for codes
 * @param mismatches the first 100 pairs of answers and people
 * @param notListed how often further ones were seen
 */
public record ShadowReport(
        Instant since,
        Instant until,
        Counts counts,
        Map<String, Map<String, Long>> passwords,
        Map<String, Map<String, Long>> codes,
        List<Mismatch> mismatches,
        long notListed) {

    /**
     * Copies the maps and the list.
     *
     * @param since when this node began to compare
     * @param until when this report was made
     * @param counts how many were looked at
     * @param passwords how often which answer there met which answer here
     * @param codes the same for codes
     * @param mismatches the first 100 pairs of answers and people
     * @param notListed how often further ones were seen
     */
    public ShadowReport {
        passwords = copy(passwords);
        codes = copy(codes);
        mismatches = List.copyOf(mismatches);
    }

    /** {@return the report as a JSON object} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("since", since);
        all.put("until", until);
        all.putAll(counts.toMap());
        all.put("passwords", passwords);
        all.put("codes", codes);
        all.put("mismatches", mismatches.stream().map(Mismatch::toMap).toList());
        all.put("mismatches_not_listed", notListed);
        return JsonText.of(all);
    }

    private static Map<String, Map<String, Long>> copy(Map<String, Map<String, Long>> pairs) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        pairs.forEach((old, counts) -> all.put(old, Collections.unmodifiableMap(new TreeMap<>(counts))));
        return Collections.unmodifiableMap(all);
    }

    /**
     * How many sign-ins were looked at. The sample is what was compared, what was dropped and what waits.
     *
     * @param seen handed in, whatever became of them
     * @param noAnswer the old application had no answer to compare with; not in the sample
     * @param alike both sides let the person in, or neither did
     * @param different one side alone did, or they let in two different people
     * @param undecided the old system did not tell whether the person would be migrated
     * @param waiting not looked at yet
     * @param dropped by reason: {@code full} (no room), {@code too_long} (no name or password is), {@code late} (waited
     *     too long), {@code busy} (sign-ins were hashing), {@code failed} (such as a database that does not answer),
     *     {@code closed}
     */
    public record Counts(
            long seen,
            long noAnswer,
            long alike,
            long different,
            long undecided,
            long waiting,
            Map<String, Long> dropped) {

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
        public Counts {
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

    /**
     * A sign-in that the legacy system and the target answer differently. For operators: it tells who has an account.
     *
     * @param by {@code password} or {@code code}
     * @param legacy what the legacy system answered
     * @param target what the target would have answered
     * @param name masked: the first character and the length
     * @param legacyId the key in the legacy system; null where it was not told
     * @param user the user of that name in the target; null without one
     * @param passwordFormat how the target stores the password; null where none was looked at
     * @param times how often it was seen
     * @param lastAt when it was seen last
     */
    public record Mismatch(
            String by,
            LegacyAnswer.Verdict legacy,
            TargetAnswer target,
            String name,
            @Nullable String legacyId,
            @Nullable UserId user,
            @Nullable String passwordFormat,
            long times,
            Instant lastAt) {

        Mismatch again(Instant at) {
            return new Mismatch(by, legacy, target, name, legacyId, user, passwordFormat, times + 1, at);
        }

        Map<String, Object> toMap() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("by", by);
            all.put("legacy", legacy.code());
            all.put("target", target.code());
            all.put("name", name);
            putIfKnown(all, "legacy_id", legacyId);
            putIfKnown(all, "user", user);
            putIfKnown(all, "password_format", passwordFormat);
            all.put("times", times);
            all.put("last_at", lastAt);
            return all;
        }

        private static void putIfKnown(Map<String, Object> all, String key, @Nullable Object value) {
            if (value != null) {
                all.put(key, value.toString());
            }
        }
    }
}
