package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of a batch or a run. Those of a batch are added to the run's once the batch is written. */
public final class RunCounts {

    private final Map<String, Map<State, Long>> states = new TreeMap<>();
    private final Map<String, Map<String, Long>> reasons = new TreeMap<>();
    private final Map<String, Long> added = new TreeMap<>();
    private final Map<String, Long> warnings = new TreeMap<>();
    private final Map<String, Long> hashFormats = new TreeMap<>();
    private final Map<String, Long> socialProviders = new TreeMap<>();
    private final Map<String, Long> proofs = new TreeMap<>();
    private final List<QuarantineEntry> quarantine = new ArrayList<>();
    private final NamedPeopleList named = new NamedPeopleList();

    public void count(Entity entity, State state) {
        count(entity.text(), state, 1);
    }

    /** Counts rows of a kind that is given by its name in reports. */
    public void count(String entity, State state, String reason, long rows) {
        count(entity, state, rows);
        if (rows > 0 && !reason.isEmpty()) {
            reason(entity, reason, rows);
        }
    }

    public void skip(Entity entity, String reason) {
        count(entity, State.SKIPPED);
        reason(entity.text(), reason, 1);
    }

    public void quarantine(Origin origin, Finding why) {
        String entity = origin.entity().text();
        count(entity, State.QUARANTINED, 1);
        reason(entity, why.reason(), 1);
        quarantine.add(new QuarantineEntry(entity, origin.legacyId(), why.reason(), why.field(), why.detail()));
    }

    public void uncopied(UncopiedRows left) {
        count(left.entity(), State.SKIPPED, left.rows());
        if (left.rows() > 0) {
            reason(left.entity(), left.reason(), left.rows());
            warnings.merge(left.reason(), left.rows(), Long::sum);
        }
    }

    public void added(Entity entity) {
        added(entity.text(), 1);
    }

    public void added(String entity, long rows) {
        added.merge(entity, rows, Long::sum);
    }

    public void warn(String reason) {
        warn(reason, 1);
    }

    public void warn(String reason, long times) {
        warnings.merge(reason, times, Long::sum);
    }

    /** Counts a warning once in the counts of one person, however often this is called. */
    public void warnOnce(String reason) {
        warnings.putIfAbsent(reason, 1L);
    }

    public void warn(List<Finding> findings) {
        findings.forEach(finding -> warn(finding.reason()));
    }

    void name(NamedPerson person) {
        named.add(person);
    }

    /** Names a person in the counts of a whole run, up to a bound for each kind. */
    public synchronized void nameBounded(NamedPerson person) {
        named.addBounded(person);
    }

    public List<NamedPerson> named() {
        return named.all();
    }

    public synchronized Map<String, ImportReport.NamedPeople> namedByKind() {
        return named.byKind();
    }

    public void hashFormat(String format) {
        hashFormat(format, 1);
    }

    public void hashFormat(String format, long people) {
        hashFormats.merge(format, people, Long::sum);
    }

    /** Counts an account at another site that is imported, or was imported earlier. */
    public void socialProvider(String provider) {
        socialProvider(provider, 1);
    }

    void socialProvider(String provider, long accounts) {
        socialProviders.merge(provider, accounts, Long::sum);
    }

    /** Counts the proven, admitted and unproven addresses and numbers of an imported person. */
    public void proofs(NewUser user) {
        user.claims().stream()
                .filter(claim -> claim.owned() && claim.identifier().kind() != IdentifierKind.USERNAME)
                .forEach(claim -> proof(name(claim, user.dates().admittedAt() != null), 1));
    }

    private static String name(IdentifierAssignment claim, boolean admitted) {
        String kind = claim.identifier().kind() == IdentifierKind.EMAIL ? "email" : "phone";
        String unproven = admitted ? "_admitted" : "_unproven";
        return kind + (claim.verifiedAt() != null ? "_proven" : unproven);
    }

    void proof(String name, long identifiers) {
        proofs.merge(name, identifiers, Long::sum);
    }

    public Map<String, Long> proofs() {
        return proofs;
    }

    /** Makes a kind of row appear in the report even if there are no such rows. */
    public void expect(Entity entity) {
        count(entity.text(), State.CREATED, 0);
    }

    /** Adds the counts, the people named and the quarantined rows. */
    public void add(RunCounts other) {
        addCounts(other);
        other.named().forEach(this::name);
        quarantine.addAll(other.quarantine);
    }

    /** Adds the counts alone: the quarantined rows of a whole run are reported one by one and not held. */
    public synchronized void addCounts(RunCounts other) {
        other.states.forEach((entity, counts) -> counts.forEach((state, rows) -> count(entity, state, rows)));
        other.reasons.forEach((entity, counts) -> counts.forEach((reason, rows) -> reason(entity, reason, rows)));
        other.added.forEach((entity, rows) -> added.merge(entity, rows, Long::sum));
        other.warnings.forEach((reason, times) -> warnings.merge(reason, times, Long::sum));
        other.hashFormats.forEach((format, people) -> hashFormats.merge(format, people, Long::sum));
        other.socialProviders.forEach(this::socialProvider);
        other.proofs.forEach((name, identifiers) -> proofs.merge(name, identifiers, Long::sum));
    }

    public List<QuarantineEntry> quarantined() {
        return quarantine;
    }

    public synchronized Map<String, ImportReport.EntityCounts> entities() {
        Map<String, ImportReport.EntityCounts> all = new TreeMap<>();
        states.forEach((entity, counts) -> all.put(
                entity,
                new ImportReport.EntityCounts(
                        counts, added.getOrDefault(entity, 0L), reasons.getOrDefault(entity, Map.of()))));
        return all;
    }

    public Map<String, Long> warnings() {
        return warnings;
    }

    public Map<String, Long> hashFormats() {
        return hashFormats;
    }

    public Map<String, Long> socialProviders() {
        return socialProviders;
    }

    private void count(String entity, State state, long rows) {
        states.computeIfAbsent(entity, any -> new EnumMap<>(State.class)).merge(state, rows, Long::sum);
    }

    public Map<String, Map<State, Long>> states() {
        return states;
    }

    Map<String, Map<String, Long>> reasons() {
        return reasons;
    }

    public Map<String, Long> addedRows() {
        return added;
    }

    void reason(String entity, String reason, long rows) {
        reasons.computeIfAbsent(entity, any -> new TreeMap<>()).merge(reason, rows, Long::sum);
    }
}
