package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.LegacyLinkStore;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger of rows that came from a legacy system, in a transaction. */
public record JpaLegacyLinkStore(Rows rows, HostModel host) implements LegacyLinkStore {

    /** Columns of an entry, as {@link #read} reads them. */
    public static final String COLUMNS =
            "select l.linkKey, l.sourceSystem, l.entity, l.legacyId, l.runId, l.fingerprint, l.localRef,"
                    + " l.localModifiedAt from ";

    /** From so many keys on it takes less to ask first which of them are there: in a first import none is. */
    private static final int MANY = 20;

    @Override
    public boolean isMapped() {
        return host.legacyLink() != null;
    }

    @Override
    public Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys) {
        Map<String, LegacyLinkInfo> found = new HashMap<>();
        Collection<String> present = linkKeys.size() < MANY ? linkKeys : new PresentKeys(rows, host).among(linkKeys);
        if (present.isEmpty()) {
            return found;
        }
        rows.select(COLUMNS + link(host).name() + " l where l.linkKey in (:keys)")
                .setParameterList("keys", present)
                .getResultList()
                .forEach(row -> read(new ProjectedRow(row, 0), found));
        return found;
    }

    @Override
    public void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now) {
        AbstractLegacyLink row = link(host).create();
        row.record(linkKey, origin, localRef);
        row.touch(now);
        rows.insert(row);
    }

    public static void read(ProjectedRow cells, Map<String, LegacyLinkInfo> into) {
        String key = cells.requiredText();
        LegacyOrigin origin = new LegacyOrigin(
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText());
        into.put(key, new LegacyLinkInfo(origin, cells.text(), cells.instant()));
    }

    public static HostEntity<AbstractLegacyLink> link(HostModel host) {
        HostEntity<AbstractLegacyLink> link = host.legacyLink();
        if (link == null) {
            throw new IllegalStateException("the host keeps no ledger: no entity extends AbstractLegacyLink");
        }
        return link;
    }
}
