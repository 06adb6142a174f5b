package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.internal.store.JpaLegacyLinkStore;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.LedgerStore;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.SourceRowStore;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger as a run writes it and a rollback reads it, in a transaction. */
record JpaLedgerStore(Rows rows, HostModel host, SourceRowStore sourceRows) implements LedgerStore {

    @Override
    public void insertAll(List<KeyedLegacyLink> links, Instant now) {
        rows.insertAll(links.stream().map(wanted -> row(wanted, now)).toList());
    }

    @Override
    public List<KeyedLegacyLink> ofRun(String runId, String after, int limit) {
        Map<String, LegacyLinkInfo> page = new LinkedHashMap<>();
        rows.select(select() + " where l.runId = :run and l.linkKey > :after order by l.linkKey")
                .setParameter("run", runId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .forEach(row -> JpaLegacyLinkStore.read(new ProjectedRow(row, 0), page));
        return keyed(page);
    }

    @Override
    public List<KeyedLegacyLink> naming(Collection<String> localRefs) {
        Map<String, LegacyLinkInfo> found = new LinkedHashMap<>();
        if (!localRefs.isEmpty()) {
            rows.select(select() + " where l.localRef in (:refs)")
                    .setParameterList("refs", localRefs)
                    .getResultList()
                    .forEach(row -> JpaLegacyLinkStore.read(new ProjectedRow(row, 0), found));
        }
        return keyed(found);
    }

    @Override
    public Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs) {
        return new LegacyLinkedRows(rows, host).owners(part, localRefs);
    }

    @Override
    public Set<String> live(Collection<String> localRefs) {
        return new LegacyLinkedRows(rows, host).live(localRefs);
    }

    @Override
    public boolean restate(BeforeImage seen, String fingerprint, Instant writtenAt) {
        return rows.update(link().update("x.fingerprint = :print, x.localModifiedAt = :written")
                                + "x.linkKey = :key and x.fingerprint = :seen")
                        .setParameter("print", fingerprint)
                        .setParameter("written", micros(writtenAt))
                        .setParameter("key", seen.linkKey())
                        .setParameter("seen", seen.fingerprint())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void forget(Collection<String> linkKeys) {
        if (!linkKeys.isEmpty()) {
            rows.update("delete from " + link().name() + " l where l.linkKey in (:keys)")
                    .setParameterList("keys", linkKeys)
                    .executeUpdate();
            sourceRows.drop(linkKeys);
        }
    }

    private AbstractLegacyLink row(KeyedLegacyLink wanted, Instant now) {
        AbstractLegacyLink row = link().create();
        row.record(wanted.linkKey(), wanted.entry().origin(), wanted.entry().localRef());
        row.noteLocalChange(wanted.entry().localModifiedAt());
        row.touch(now);
        return row;
    }

    private static List<KeyedLegacyLink> keyed(Map<String, LegacyLinkInfo> entries) {
        return entries.entrySet().stream()
                .map(entry -> new KeyedLegacyLink(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String select() {
        return JpaLegacyLinkStore.COLUMNS + link().name() + " l";
    }

    private HostEntity<AbstractLegacyLink> link() {
        return JpaLegacyLinkStore.link(host);
    }
}
