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
 * What a rollback removed, and what stays, for which reason. Users are told apart without the blanks that a key in a
 * column of a fixed length ends in. Not safe for use by many threads.
 */
final class RollbackLeftovers {

    /** Reason: rows of the host refer to it, so that the database refuses to let it go. */
    static final String REFERRED_TO = "referred_to";

    /** Reason: it belongs to an account that stays. */
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

    /** For a piece of work that may fail as a whole. */
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

    /** The row had gone before, with its owner or by hand. */
    void gone(KeyedLegacyLink row) {
        count(row, "removed");
    }

    /** A user stays. */
    void keep(KeyedLegacyLink row, String reason, String detail) {
        keptUsers.add(String.valueOf(row.entry().localRef()).stripTrailing());
        stays(row, reason, detail);
    }

    /** An account stays as a second row of its person completed it; told when that row's turn comes. */
    void hold(String linkKey, String user, String reason) {
        held.put(linkKey, reason);
        heldUsers.add(user.stripTrailing());
    }

    /** Before it is looked once more at who is held. */
    void release() {
        held.clear();
        heldUsers.clear();
    }

    /** Why a second row stays; empty when its account was not completed by it, or that is unknown. */
    Optional<String> whyHeld(String linkKey) {
        return Optional.ofNullable(held.get(linkKey));
    }

    /** True when what came to a user stays as well. */
    boolean isStaying(String user) {
        return hasKept(user) || isHeld(user);
    }

    /** True when what a second row filled into a user stays. */
    boolean isHeld(String user) {
        return heldUsers.contains(user.stripTrailing());
    }

    /** Something else stays. */
    void stays(KeyedLegacyLink row, String reason, String detail) {
        LegacyOrigin origin = row.entry().origin();
        count(row, reason);
        kept.add(new QuarantineEntry(origin.entity(), origin.legacyId(), reason, "", detail));
    }

    /** So many rows stay as an update left them, since their former values are unknown. */
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

    /** Tells who stays; nothing that was told is held any longer. Not within a transaction. */
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
