package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that entries of the ledger name by the text of their keys. */
record LegacyLinkedRows(Rows rows, HostModel host) {

    Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs) {
        Map<String, UserId> owners = new HashMap<>();
        HostEntity<?> entity = entity(part);
        if (entity == null) {
            return owners;
        }
        List<Object> keys = keys(entity, localRefs);
        if (keys.isEmpty()) {
            return owners;
        }
        String owner = part == LinkedTable.USER ? entity.id("r") : host.user().id("r.user");
        rows.select("select " + entity.id("r") + ", " + owner + " from " + entity.name() + " r where " + entity.id("r")
                        + " in (:keys)")
                .setParameterList("keys", keys)
                .getResultList()
                .forEach(row -> owners.put(named(row[0], localRefs), new UserId(row[1])));
        return owners;
    }

    Set<String> live(Collection<String> localRefs) {
        Set<String> live = new HashSet<>();
        List<Object> keys = keys(host.user(), localRefs);
        if (!keys.isEmpty()) {
            String id = host.user().id("r");
            rows.select("select " + id + ", r.deletedAt from " + host.user().name() + " r where " + id
                            + " in (:keys) and r.deletedAt is null")
                    .setParameterList("keys", keys)
                    .getResultList()
                    .forEach(row -> live.add(named(row[0], localRefs)));
        }
        return live;
    }

    /** The text that names the key: a column of a fixed length reads it with blanks. */
    private static String named(Object key, Collection<String> localRefs) {
        String text = String.valueOf(key);
        return localRefs.contains(text) ? text : text.stripTrailing();
    }

    /** The keys of which these are the texts; a text that can be none is left out. */
    static List<Object> keys(HostEntity<?> entity, Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> KeyText.read(text, entity.idType()).stream())
                .toList();
    }

    boolean remove(LinkedTable part, String localRef, Instant writtenAt) {
        HostEntity<?> entity = entity(part);
        Optional<Object> key = entity == null ? Optional.empty() : KeyText.read(localRef, entity.idType());
        if (entity == null || part == LinkedTable.USER || key.isEmpty()) {
            return false;
        }
        String last = part == LinkedTable.PROFILE ? " and x.isDefault = false" : "";
        return rows.update("delete from " + entity.name() + " x where " + entity.id("x")
                                + " = :key and x.modifiedAt = :written" + last)
                        .setParameter("key", key.get())
                        .setParameter("written", micros(writtenAt))
                        .executeUpdate()
                == 1;
    }

    private @Nullable HostEntity<?> entity(LinkedTable part) {
        return switch (part) {
            case USER -> host.user();
            case PROFILE -> host.profile();
            case DEVICE -> host.device();
        };
    }
}
