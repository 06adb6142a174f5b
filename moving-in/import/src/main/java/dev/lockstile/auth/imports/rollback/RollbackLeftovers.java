package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows that a rollback removed, and those that remain, by reason. User keys are compared without the blanks that a
 * column of fixed length adds. Not safe for use by many threads.
 */
final class RollbackLeftovers {

    /** Reason: rows of the host refer to it, so that the database refuses to remove it. */
    static final String REFERRED_TO = "referred_to";

    /** Reason: it belongs to an account that remains. */
    static final String OWNER_KEPT = "owner_kept";

    /** Reason: it was used or changed since. */
    static final String USED_SINCE = "used_since";

    private final ImportWatch watch;
    private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    private final Set<String> keptUsers = new HashSet<>();
    private final Map<String, String> held = new HashMap<>();
    private final Set<String> heldUsers = new HashSet<>();
    private final List<QuarantineEntry> kept = new ArrayList<>();

    RollbackLeftovers(ImportWatch watch) {
        this.watch = watch;
    }

    /** Creates an empty instance for work that may fail as a whole. */
    RollbackLeftovers blank() {
        return new RollbackLeftovers(ImportWatch.none());
    }

    void clear() {
        outcomes.clear();
        keptUsers.clear();
        kept.clear();
    }

    void removed(KeyedLegacyLink row) {
        count(row, "removed");
    }

    void restored(KeyedLegacyLink row) {
        count(row, "restored");
    }

    /** Counts a row that is gone, removed by this rollback, with its owner or by hand. */
    void gone(KeyedLegacyLink row) {
        count(row, "removed");
    }

    /** Records a user who remains. */
    void keep(KeyedLegacyLink row, String reason, String detail) {
        keptUsers.add(String.valueOf(row.entry().localRef()).stripTrailing());
        stays(row, reason, detail);
    }

    /** Records an account that keeps what a second row added; it is reported with the entry of that row. */
    void hold(String linkKey, String user, String reason) {
        held.put(linkKey, reason);
        heldUsers.add(user.stripTrailing());
    }

    /** Forgets the accounts that {@link #hold} recorded, before they are tried again. */
    void release() {
        held.clear();
        heldUsers.clear();
    }

    /** Returns why a second row remains; empty when its account does not keep what it added. */
    Optional<String> whyHeld(String linkKey) {
        return Optional.ofNullable(held.get(linkKey));
    }

    /** Returns true when rows that were added to the user remain as well. */
    boolean isStaying(String user) {
        return hasKept(user) || isHeld(user);
    }

    /** Returns true when a user keeps what a second row added. */
    boolean isHeld(String user) {
        return heldUsers.contains(user.stripTrailing());
    }

    /** Records another row that remains. */
    void stays(KeyedLegacyLink row, String reason, String detail) {
        LegacyOrigin origin = row.entry().origin();
        count(row, reason);
        kept.add(new QuarantineEntry(origin.entity(), origin.legacyId(), reason, "", detail));
    }

    /** Counts rows that remain as an update left them, since their former values are not stored any more. */
    void lost(String entity, long rows) {
        if (rows > 0) {
            of(entity).merge("image_expired", rows, Long::sum);
        }
    }

    boolean hasKept(String user) {
        return keptUsers.contains(user.stripTrailing());
    }

    void add(RollbackLeftovers other) {
        other.outcomes.forEach(
                (entity, counts) -> counts.forEach((outcome, rows) -> of(entity).merge(outcome, rows, Long::sum)));
        keptUsers.addAll(other.keptUsers);
        kept.addAll(other.kept);
        tell();
    }

    RollbackReport report(String runId) {
        tell();
        return new RollbackReport(runId, outcomes);
    }

    /** Reports the rows that remain, and forgets them. Not to be called within a transaction. */
    void tell() {
        kept.forEach(watch::quarantined);
        kept.clear();
    }

    private void count(KeyedLegacyLink row, String outcome) {
        of(row.entry().origin().entity()).merge(outcome, 1L, Long::sum);
    }

    private Map<String, Long> of(String entity) {
        return outcomes.computeIfAbsent(entity, any -> new TreeMap<>());
    }
}
