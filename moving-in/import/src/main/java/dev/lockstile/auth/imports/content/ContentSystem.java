package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A source system whose accounts were imported. Its content has a name of its own in ledger and journal, by which runs
 * of content are distinguished from runs of accounts.
 *
 * @param name as the import of its accounts names it
 * @param waiting source ids that the latest run of its accounts put in quarantine
 */
record ContentSystem(String name, Set<String> waiting) {

    static final String PREFIX = "content of ";
    private static final int RUNS_LOOKED_AT = 1000;
    private static final int PAGE = 1000;

    /**
     * Returns the system of that name, or the only one.
     *
     * @throws IllegalArgumentException when there is none, or when there are several and none is named
     */
    static ContentSystem of(AuthStore store, @Nullable String named) {
        List<ImportRunRow> runs = store.read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT)).stream()
                .filter(run -> !isContent(run.system()))
                .toList();
        Set<String> names = runs.stream().map(ImportRunRow::system).collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no accounts were imported yet: content comes after its owners");
        }
        if (named == null && names.size() > 1) {
            throw new IllegalArgumentException(
                    "accounts of several systems were imported: name one with --system: " + String.join(", ", names));
        }
        if (named != null && !names.contains(named)) {
            throw new IllegalArgumentException(
                    "no accounts of a system of that name were imported; there are: " + String.join(", ", names));
        }
        String name = named == null ? names.iterator().next() : named;
        return new ContentSystem(
                name,
                runs.stream()
                        .filter(run -> run.system().equals(name))
                        .findFirst()
                        .map(run -> held(store, run.runId()))
                        .orElseThrow());
    }

    private static Set<String> held(AuthStore store, String runId) {
        Set<String> ids = new HashSet<>();
        List<QuarantinedRow> page;
        int seen = 0;
        do {
            int skip = seen;
            page = store.read(tx -> ImportTx.in(tx).runs().held(runId, skip, PAGE));
            page.forEach(row -> ids.add(row.legacyId()));
            seen += page.size();
        } while (page.size() == PAGE);
        return ids;
    }

    static boolean isContent(String system) {
        return system.startsWith(PREFIX);
    }

    /** Returns the name of its content in ledger and journal. */
    String contentName() {
        return PREFIX + name;
    }

    /** Returns the ledger that has the keys of its accounts. */
    Ledger people() {
        return new Ledger(name, Ledger.ONE_BY_ONE);
    }

    /** Returns why there is no account with that source id. */
    Finding whyMissing(@Nullable Object oldId, String path) {
        if (oldId == null) {
            return new Finding(QuarantineReason.ORPHAN.code(), path, "no owner is named");
        }
        String text = oldId.toString();
        return waiting.contains(text)
                ? new Finding(QuarantineReason.WAITING_FOR_OWNER.code(), path, "the owner is in quarantine")
                : new Finding(QuarantineReason.ORPHAN.code(), path, "no account came from " + Masked.text(text));
    }
}
