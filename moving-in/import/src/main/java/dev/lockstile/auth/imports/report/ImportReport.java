package dev.lockstile.auth.imports.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of an import or a dry run: counts, without values.
 *
 * @param run the run
 * @param people counts of users: the totals of the report
 * @param entities counts of all kinds of rows, including users, by name
 * @param warnings number of values that were changed or left out in copied rows, by warning
 * @param hashFormats number of users copied in this run by password format
 * @param socialProviders number of accounts at other sites that this run imported or found, by the name of the
 *     site. The host has to configure each site under that name before the cut-over; otherwise its users cannot sign in
 * @param columnsNotCarried columns that the import does not read, by table
 * @param named users to be listed by name, by kind: the only values in the report
 * @param proofs of the imported addresses and numbers, by kind, how many are {@code proven}, {@code admitted} (the
 *     password is accepted until the first verification of the identifier) and {@code unproven} (the old system refused
 *     the account); and whether the operator vouched for them
 * @param verified results of a comparison with the source, by name; empty before one
 * @param columns by table, the columns by use: {@code mapped}, {@code kept}, {@code left_out}
 */
public record ImportReport(
        RunFacts run,
        EntityCounts people,
        Map<String, EntityCounts> entities,
        Map<String, Long> warnings,
        Map<String, Long> hashFormats,
        Map<String, Long> socialProviders,
        Map<String, List<String>> columnsNotCarried,
        Map<String, NamedPeople> named,
        Map<String, Object> proofs,
        Map<String, Object> verified,
        Map<String, Map<String, List<String>>> columns) {

    /**
     * Copies the maps.
     *
     * @param run the run
     * @param people counts of users
     * @param entities counts of all kinds of rows by name
     * @param warnings number of values that were changed or left out in copied rows, by warning
     * @param hashFormats number of users copied in this run by password format
     * @param socialProviders number of accounts at other sites, by the name of the site
     * @param columnsNotCarried columns that the import does not read, by table
     * @param named users to be listed by name, by kind
     * @param proofs how many addresses and numbers are proven, admitted and unproven
     * @param verified results of a comparison with the source, by name; empty before one
     * @param columns by table, the columns by use
     */
    public ImportReport {
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
        warnings = Collections.unmodifiableMap(new TreeMap<>(warnings));
        hashFormats = Collections.unmodifiableMap(new TreeMap<>(hashFormats));
        socialProviders = Collections.unmodifiableMap(new TreeMap<>(socialProviders));
        columnsNotCarried = Collections.unmodifiableMap(new TreeMap<>(columnsNotCarried));
        named = Collections.unmodifiableMap(new TreeMap<>(named));
        proofs = Collections.unmodifiableMap(new TreeMap<>(proofs));
        verified = Collections.unmodifiableMap(new TreeMap<>(verified));
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /**
     * {@return a copy with the results of a comparison with the source}
     *
     * @param found from {@link VerifyReport#toMap()}
     */
    public ImportReport withVerified(Map<String, Object> found) {
        return with(named, found);
    }

    /** {@return a copy without names, as stored in the host's database} */
    public ImportReport withoutNames() {
        Map<String, NamedPeople> counts = new TreeMap<>();
        named.forEach((kind, people) -> counts.put(kind, new NamedPeople(people.count(), List.of())));
        return with(counts, verified);
    }

    private ImportReport with(Map<String, NamedPeople> newNamed, Map<String, Object> newVerified) {
        return new ImportReport(
                run,
                people,
                entities,
                warnings,
                hashFormats,
                socialProviders,
                columnsNotCarried,
                newNamed,
                proofs,
                newVerified,
                columns);
    }

    /** {@return the number of processed rows of all kinds per second; 0 when no time has passed} */
    public long rowsPerSecond() {
        long rows = entities.values().stream().mapToLong(EntityCounts::read).sum();
        long millis = Duration.between(run.startedAt(), run.finishedAt()).toMillis();
        return millis <= 0 ? 0 : rows * 1000 / millis;
    }

    /** {@return true when no row is in quarantine} */
    public boolean isClean() {
        return entities.values().stream().allMatch(counts -> counts.in(State.QUARANTINED) == 0);
    }

    /** {@return the report as a JSON object} */
    public String toJson() {
        return ReportJson.write(this);
    }

    /**
     * The facts of a run.
     *
     * @param runId its id in the journal
     * @param preset the name of the preset
     * @param system the old system's name in the ledger
     * @param source the source, without passwords
     * @param startedAt when it started
     * @param finishedAt when it ended
     * @param dryRun whether every batch was rolled back
     */
    public record RunFacts(
            String runId,
            String preset,
            String system,
            String source,
            Instant startedAt,
            Instant finishedAt,
            boolean dryRun) {

        /**
         * {@return a copy with the end of the run}
         *
         * @param end when it ended
         */
        public RunFacts finishedAt(Instant end) {
            return new RunFacts(runId, preset, system, source, startedAt, end, dryRun);
        }
    }

    /**
     * The rows of one kind.
     *
     * @param states number of rows by final state, with every state
     * @param added rows without a source row, such as the profile of a user who had none
     * @param byReason number of skipped or quarantined rows, by reason
     */
    public record EntityCounts(Map<State, Long> states, long added, Map<String, Long> byReason) {

        /**
         * Copies the maps.
         *
         * @param states number of rows by final state
         * @param added rows without a source row
         * @param byReason number of skipped or quarantined rows, by reason
         */
        public EntityCounts {
            states = Map.copyOf(states);
            byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        }

        /**
         * {@return the number of rows with that final state}
         *
         * @param state the final state
         */
        public long in(State state) {
            return states.getOrDefault(state, 0L);
        }

        /** {@return the number of rows read: the sum of all states} */
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

    /**
     * The users of one kind to be listed by name.
     *
     * @param count their number
     * @param first the first of them, at most {@value #MOST}; the watch receives all
     */
    public record NamedPeople(long count, List<NamedPerson> first) {

        /** Maximum number of names of one kind in a report. */
        public static final int MOST = 1000;

        /**
         * Copies the list.
         *
         * @param count their number
         * @param first the first of them, at most {@value #MOST}
         */
        public NamedPeople {
            first = List.copyOf(first);
        }

        /** {@return count and users, in the form of reports and plans} */
        public Map<String, Object> toMap() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("count", count);
            all.put("people", first.stream().map(NamedPerson::toMap).toList());
            return all;
        }
    }
}
