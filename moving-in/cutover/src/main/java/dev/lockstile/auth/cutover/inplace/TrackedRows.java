package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.cutover.inplace.RowImage.Part;
import dev.lockstile.auth.imports.inplace.OverwrittenRows;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rows that an import in place writes into within a transaction, before and after. */
final class TrackedRows implements OverwrittenRows {

    private final EntityManager manager;
    private final EntityNames names;
    private final AuthStore store;
    private final List<OverwrittenRow> written = new ArrayList<>();

    TrackedRows(EntityManager manager, EntityNames names, AuthStore store) {
        this.manager = manager;
        this.names = names;
        this.store = store;
    }

    /** Runs work that writes into the rows of these entries, which name the keys of the rows as their old ids. */
    void during(Collection<KeyedLegacyLink> users, Collection<KeyedLegacyLink> profiles, Runnable work) {
        Watched ofUsers = new Watched(Part.USER, hostUsers(), keys(users, this::user));
        Watched ofProfiles = new Watched(Part.PROFILE, hostProfiles(), keys(profiles, this::profile));
        Map<String, RowState> usersBefore = ofUsers.read(manager);
        Map<String, RowState> profilesBefore = ofProfiles.read(manager);
        Set<String> factors = factors().owners(ofUsers.links().keySet());
        work.run();
        ofUsers.compare(manager, usersBefore, factors, written);
        ofProfiles.compare(manager, profilesBefore, Set.of(), written);
    }

    /** Notes a profile that the import added. */
    void added(KeyedLegacyLink link, ProfileId profile) {
        RowState state = Objects.requireNonNull(
                hostProfiles().read(manager, List.of(profile.key())).get(profile.toString()));
        written.add(row(link, RowImage.added(state)));
    }

    @Override
    public List<OverwrittenRow> written() {
        List<OverwrittenRow> all = List.copyOf(written);
        written.clear();
        return all;
    }

    @Override
    public boolean restore(String image) {
        RowImage row = RowImage.read(image);
        Optional<Object> key = row.part() == Part.USER ? user(row.key()) : profile(row.key());
        return key.filter(found -> new RestoredRows(manager, names).restore(row, found))
                .isPresent();
    }

    @Override
    public boolean removeFactors(String image) {
        RowImage row = RowImage.read(image);
        if (row.part() != Part.USER || row.factors()) {
            return false;
        }
        user(row.key()).ifPresent(factors()::remove);
        return true;
    }

    private HostFactors factors() {
        return new HostFactors(manager, names);
    }

    private HostRows hostUsers() {
        return new HostRows(names.required(AbstractUser.class), HostRows.OF_USER);
    }

    private HostRows hostProfiles() {
        return new HostRows(names.required(AbstractProfile.class), HostRows.OF_PROFILE);
    }

    private Optional<Object> user(String text) {
        return store.userId(text).map(UserId::key);
    }

    private Optional<Object> profile(String text) {
        return store.profileId(text).map(ProfileId::key);
    }

    private static Map<Object, KeyedLegacyLink> keys(
            Collection<KeyedLegacyLink> links, Function<String, Optional<Object>> key) {
        Map<Object, KeyedLegacyLink> keys = new LinkedHashMap<>();
        links.forEach(link -> key.apply(link.entry().origin().legacyId()).ifPresent(found -> keys.put(found, link)));
        return keys;
    }

    private static OverwrittenRow row(KeyedLegacyLink link, RowImage image) {
        return new OverwrittenRow(link.linkKey(), link.entry().origin().fingerprint(), image.text());
    }

    /** Rows of one table with their entries in the ledger. */
    private record Watched(Part part, HostRows rows, Map<Object, KeyedLegacyLink> links) {

        Map<String, RowState> read(EntityManager manager) {
            return links.isEmpty() ? Map.of() : rows.read(manager, links.keySet());
        }

        void compare(
                EntityManager manager,
                Map<String, RowState> before,
                Set<String> factors,
                List<OverwrittenRow> written) {
            Map<String, RowState> after = read(manager);
            links.forEach((key, link) -> {
                RowState was = before.get(String.valueOf(key));
                RowState is = after.get(String.valueOf(key));
                if (was != null && is != null) {
                    boolean had = factors.contains(HostFactors.text(key));
                    written.add(row(link, RowImage.of(part, was, is, had)));
                }
            });
        }
    }
}
