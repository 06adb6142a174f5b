package dev.lockstile.auth.imports.report;

import java.time.Duration;
import java.util.Collections;
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
 * @param socialProviders accounts at other sites that came in this run or were here before, by the name of the site: each is to
 *     be served under that name before the cut-over, or its people stay outside
 * @param columnsNotCarried columns that nothing reads, by table
 * @param named whom the mover has to know by name, by kind: those are the only values in it
 * @param proofs of the addresses and numbers that came in this run, how many are {@code proven}, {@code admitted} (the
 *     password opens the account, and the first proof ends it) and {@code unproven} (the old system refused the account),
 *     by kind; and whether the mover vouched for them
 * @param verified what a comparison with the source found, by name; empty before there was one
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
        Map<String, Object> verified) {

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
    }

    /**
     * {@return the same with what a comparison with the source found}
     *
     * @param found as {@link VerifyReport#toMap()} gives it
     */
    public ImportReport withVerified(Map<String, Object> found) {
        return with(named, found);
    }

    /** {@return the same without anybody's name, as the host's database keeps it} */
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
                newVerified);
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
}
