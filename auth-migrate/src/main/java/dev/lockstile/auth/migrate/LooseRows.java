package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Entity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.LedgerRow;
import dev.lockstile.auth.store.LinkedPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run wrote besides people: entries of rows that went with their owner are forgotten, a profile or a device that
 * came to somebody who was here before is removed, and what belongs to an owner who stays stays as well. A second row of
 * a person whose image is still kept filled something into an account that was touched since.
 */
record LooseRows(AuthStore store, String runId, Remains remains) {

    static final Set<String> BELONGINGS = Set.of(
            Entity.PROFILES.text(), Entity.ADDED_PROFILES.text(), Entity.DEVICES.text(), Entity.SOCIAL_ACCOUNTS.text());

    void clear(List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Remains found = store.alone(tx -> {
            Remains page = remains.blank();
            clear(tx, rows, page);
            return page;
        });
        remains.add(found);
    }

    private void clear(AuthTx tx, List<LedgerRow> rows, Remains page) {
        Map<LinkedPart, Map<String, UserId>> owners = owners(tx, rows);
        Set<String> filledIn = filledIn(tx, rows);
        List<String> done = new ArrayList<>();
        for (LedgerRow row : rows) {
            String ref = String.valueOf(row.entry().localRef());
            UserId owner = owners.getOrDefault(part(row), Map.of()).get(ref);
            boolean stays = owner != null && remains.hasKept(owner.toString());
            if (stays) {
                page.stays(row, "owner_stays", "");
            } else if (owner == null || isRemoved(tx, row)) {
                page.gone(row);
                done.add(row.linkKey());
            } else if (filledIn.contains(row.linkKey())) {
                page.stays(row, "used_since", "what it filled in stays");
            } else {
                page.stays(row, "was_here_before", "what was added to a row that was here stays with it");
            }
        }
        tx.legacy().forget(done);
        tx.imports().drop(runId, filledIn);
    }

    private Set<String> filledIn(AuthTx tx, List<LedgerRow> rows) {
        List<String> keys = rows.stream().map(LedgerRow::linkKey).toList();
        return tx.imports().kept(runId, keys).stream()
                .filter(FilledIn::isIn)
                .map(BeforeImage::linkKey)
                .collect(Collectors.toSet());
    }

    private static boolean isRemoved(AuthTx tx, LedgerRow row) {
        Instant writtenAt = row.entry().localModifiedAt();
        LinkedPart part = part(row);
        return writtenAt != null
                && part != LinkedPart.USER
                && tx.legacy().removePart(part, String.valueOf(row.entry().localRef()), writtenAt);
    }

    private static Map<LinkedPart, Map<String, UserId>> owners(AuthTx tx, List<LedgerRow> rows) {
        Map<LinkedPart, Map<String, UserId>> owners = new EnumMap<>(LinkedPart.class);
        for (LinkedPart part : LinkedPart.values()) {
            List<String> refs = rows.stream()
                    .filter(row -> part(row) == part && row.entry().localRef() != null)
                    .map(row -> String.valueOf(row.entry().localRef()))
                    .distinct()
                    .toList();
            owners.put(part, refs.isEmpty() ? Map.of() : tx.legacy().owners(part, refs));
        }
        return owners;
    }

    /** Entries of social accounts, of content and of second rows of a person name the user. */
    private static LinkedPart part(LedgerRow row) {
        String entity = row.entry().origin().entity();
        if (entity.equals(Entity.DEVICES.text())) {
            return LinkedPart.DEVICE;
        }
        boolean profile = entity.equals(Entity.PROFILES.text()) || entity.equals(Entity.ADDED_PROFILES.text());
        return profile ? LinkedPart.PROFILE : LinkedPart.USER;
    }
}
