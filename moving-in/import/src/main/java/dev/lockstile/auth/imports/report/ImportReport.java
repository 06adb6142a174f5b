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
 * What an import did, or, in a dry run, would do. It holds counts and no values.
 *
 * @param run which run it was
 * @param people the users: the figures at the top of the report
 * @param entities all kinds of rows, the users among them, by name
 * @param warnings how often something was not taken over as it stood, in rows that were copied
 * @param hashFormats the password formats of the people copied in this run
 * @param socialProviders accounts at other sites that came in this run or were here before, by the name of the site:
 *     each is to be served under that name before the cut-over, or its people stay outside
 * @param columnsNotCarried columns that nothing reads, by table
 * @param named whom the mover has to know by name, by kind: those are the only values in it
 * @param proofs of the addresses and numbers that came in this run, how many are {@code proven}, {@code admitted} (the
 *     password opens the account, and the first proof ends it) and {@code unproven} (the old system refused the
 *     account), by kind; and whether the mover vouched for them
 * @param verified what a comparison with the source found, by name; empty before there was one
 * @param columns by table, the columns by what becomes of them: {@code mapped}, {@code kept}, {@code left_out}
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
     * @param run which run it was
     * @param people the users
     * @param entities all kinds of rows
     * @param warnings how often something was not taken over as it stood
     * @param hashFormats the password formats of the people copied in this run
     * @param socialProviders accounts at other sites, by the name of the site
     * @param columnsNotCarried columns that nothing reads, by table
     * @param named whom the mover has to know by name, by kind
     * @param proofs how many addresses and numbers are proven, admitted and unproven
     * @param verified what a comparison with the source found, by name; empty before there was one
     * @param columns by table, the columns by what becomes of them
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
     * {@return a copy with what a comparison with the source found}
     *
     * @param found as {@link VerifyReport#toMap()} gives it
     */
    public ImportReport withVerified(Map<String, Object> found) {
        return with(named, found);
    }

    /** {@return a copy without names, as the host's database keeps it} */
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

    /**
     * {@return how many rows were copied, checked or set aside per second, all kinds together; 0 when no time went by}
     */
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
     * What a run was.
     *
     * @param runId by which it stands in the journal
     * @param preset the name of the preset
     * @param system the old system's name in the ledger
     * @param source the source, without passwords
     * @param startedAt when it began
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
         * {@return the same run once it is over}
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
}
