package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.FilledColumns;
import dev.lockstile.auth.store.ImportedAccount;
import dev.lockstile.auth.store.KeyedLegacyLink;
import dev.lockstile.auth.store.LegacyLinkInfo;
import dev.lockstile.auth.store.LegacyLinkStore;
import dev.lockstile.auth.store.LinkedTable;
import dev.lockstile.auth.store.NewLegacyLink;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of rows that came from a former system, in a transaction. */
record JpaLegacyLinkStore(Rows rows, HostModel host, SqlSourceRowArchive kept) implements LegacyLinkStore {

    private static final String COLUMNS =
            "select l.linkKey, l.sourceSystem, l.entity, l.legacyId, l.runId, l.fingerprint, l.localRef,"
                    + " l.localModifiedAt from ";

    @Override
    public boolean isKept() {
        return host.legacyLink() != null;
    }

    @Override
    public Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys) {
        Map<String, LegacyLinkInfo> found = new HashMap<>();
        if (linkKeys.isEmpty()) {
            return found;
        }
        rows.select(COLUMNS + link().name() + " l where l.linkKey in (:keys)")
                .setParameterList("keys", linkKeys)
                .getResultList()
                .forEach(row -> read(new ProjectedRow(row, 0), found));
        return found;
    }

    @Override
    public void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now) {
        AbstractLegacyLink row = link().create();
        row.record(linkKey, origin, localRef);
        row.touch(now);
        rows.insert(row);
    }

    @Override
    public void insertAll(List<NewLegacyLink> links, Instant now) {
        rows.insertAll(links.stream().map(wanted -> row(wanted, now)).toList());
    }

    @Override
    public List<KeyedLegacyLink> ofRun(String runId, String after, int limit) {
        Map<String, LegacyLinkInfo> page = new LinkedHashMap<>();
        rows.select(COLUMNS + link().name() + " l where l.runId = :run and l.linkKey > :after order by l.linkKey")
                .setParameter("run", runId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .forEach(row -> read(new ProjectedRow(row, 0), page));
        return rows(page);
    }

    @Override
    public List<KeyedLegacyLink> naming(Collection<String> localRefs) {
        Map<String, LegacyLinkInfo> found = new LinkedHashMap<>();
        if (!localRefs.isEmpty()) {
            rows.select(COLUMNS + link().name() + " l where l.localRef in (:refs)")
                    .setParameterList("refs", localRefs)
                    .getResultList()
                    .forEach(row -> read(new ProjectedRow(row, 0), found));
        }
        return rows(found);
    }

    private static List<KeyedLegacyLink> rows(Map<String, LegacyLinkInfo> entries) {
        return entries.entrySet().stream()
                .map(entry -> new KeyedLegacyLink(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void forget(Collection<String> linkKeys) {
        if (!linkKeys.isEmpty()) {
            rows.update("delete from " + link().name() + " l where l.linkKey in (:keys)")
                    .setParameterList("keys", linkKeys)
                    .executeUpdate();
            kept.drop(linkKeys);
        }
    }

    @Override
    public boolean takeBack(ImportedAccount arrival) {
        return new ImportedAccounts(rows, host, link()).takeBack(arrival);
    }

    @Override
    public Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs) {
        return new LegacyLinkedRows(rows, host).owners(part, localRefs);
    }

    @Override
    public boolean removePart(LinkedTable part, String localRef, Instant writtenAt) {
        return new LegacyLinkedRows(rows, host).remove(part, localRef, writtenAt);
    }

    @Override
    public Optional<NewUser> untouched(UserId id, Instant writtenAt) {
        return new ImportedUserRows(rows, host).untouched(id, writtenAt);
    }

    @Override
    public boolean replace(UserId id, Instant writtenAt, NewUser next) {
        return new ImportedUserRows(rows, host).replace(id, writtenAt, next);
    }

    @Override
    public Optional<NewProfile> untouched(ProfileId id, Instant writtenAt) {
        return new ImportedProfileRows(rows, host).untouched(id, writtenAt);
    }

    @Override
    public boolean replace(ProfileId id, Instant writtenAt, NewProfile next) {
        return new ImportedProfileRows(rows, host).replace(id, writtenAt, next);
    }

    @Override
    public boolean empty(UserId id, FilledColumns filled) {
        return new MergedFieldsWriter(rows, host).empty(id, filled);
    }

    @Override
    public boolean emptyDefaultProfile(UserId owner, FilledColumns filled) {
        return new MergedFieldsWriter(rows, host).emptyDefaultProfile(owner, filled);
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

    private AbstractLegacyLink row(NewLegacyLink wanted, Instant now) {
        AbstractLegacyLink row = link().create();
        row.record(wanted.linkKey(), wanted.origin(), wanted.localRef());
        row.noteLocalChange(wanted.localModifiedAt());
        row.touch(now);
        return row;
    }

    private static void read(ProjectedRow cells, Map<String, LegacyLinkInfo> into) {
        String key = cells.requiredText();
        LegacyOrigin origin = new LegacyOrigin(
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText());
        into.put(key, new LegacyLinkInfo(origin, cells.text(), cells.instant()));
    }

    private HostEntity<AbstractLegacyLink> link() {
        HostEntity<AbstractLegacyLink> link = host.legacyLink();
        if (link == null) {
            throw new IllegalStateException("the host keeps no ledger: no entity extends AbstractLegacyLink");
        }
        return link;
    }
}
