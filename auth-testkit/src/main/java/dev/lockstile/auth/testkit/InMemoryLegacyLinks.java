package dev.lockstile.auth.testkit;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger in a transaction. */
final class InMemoryLegacyLinks implements LegacyLinkStore {

    private final TableViews views;

    InMemoryLegacyLinks(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys) {
        return linkKeys.stream()
                .distinct()
                .flatMap(linkKey -> views.legacy.rows(Tables.LINK_KEY, linkKey))
                .collect(Collectors.toUnmodifiableMap(LegacyLinkRow::linkKey, LegacyLinkRow::entry));
    }

    @Override
    public void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now) {
        views.legacy.insert(key -> new LegacyLinkRow(linkKey, new LegacyLinkInfo(origin, localRef), now));
    }

    @Override
    public void insertAll(List<NewLegacyLink> links, Instant now) {
        links.forEach(link -> views.legacy.insert(key -> new LegacyLinkRow(
                link.linkKey(), new LegacyLinkInfo(link.origin(), link.localRef(), link.localModifiedAt()), now)));
    }

    @Override
    public List<KeyedLegacyLink> ofRun(String runId, String after, int limit) {
        return views.legacy
                .rows(Tables.LINK_RUN, runId)
                .filter(row -> row.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(LegacyLinkRow::linkKey))
                .limit(limit)
                .map(row -> new KeyedLegacyLink(row.linkKey(), row.entry()))
                .toList();
    }

    @Override
    public List<KeyedLegacyLink> naming(Collection<String> localRefs) {
        return localRefs.stream()
                .distinct()
                .flatMap(ref -> views.legacy.rows(Tables.LINK_REF, ref))
                .map(row -> new KeyedLegacyLink(row.linkKey(), row.entry()))
                .toList();
    }

    @Override
    public void forget(Collection<String> linkKeys) {
        linkKeys.forEach(linkKey -> {
            views.legacy.keys(Tables.LINK_KEY, linkKey).forEach(views.legacy::delete);
            views.keptRows.keys(Tables.KEPT_KEY, linkKey).forEach(views.keptRows::delete);
        });
    }

    @Override
    public boolean takeBack(ImportedAccount arrival) {
        return new InMemoryImportedAccounts(views).takeBack(arrival);
    }

    @Override
    public Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs) {
        return new InMemoryImportedAccounts(views).owners(part, localRefs);
    }

    @Override
    public boolean removePart(LinkedTable part, String localRef, Instant writtenAt) {
        return new InMemoryImportedAccounts(views).remove(part, localRef, writtenAt);
    }

    @Override
    public Optional<NewUser> untouched(UserId id, Instant writtenAt) {
        UserRow row = id.key() instanceof Long key ? views.users.get(key) : null;
        return Optional.ofNullable(row).filter(user -> !user.touched()).map(user -> user.asAdded(writtenAt));
    }

    @Override
    public boolean replace(UserId id, Instant writtenAt, NewUser next) {
        Long key = id.key() instanceof Long number ? number : null;
        return views.users.update(key, row -> !row.touched(), row -> UserRow.of(id, next));
    }

    @Override
    public Optional<NewProfile> untouched(ProfileId id, Instant writtenAt) {
        ProfileRow row = id.key() instanceof Long key ? views.profiles.get(key) : null;
        return Optional.ofNullable(row)
                .filter(profile -> profile.times().modifiedAt().equals(writtenAt))
                .map(ProfileRow::asAdded);
    }

    @Override
    public boolean replace(ProfileId id, Instant writtenAt, NewProfile next) {
        Long key = id.key() instanceof Long number ? number : null;
        return views.profiles.update(key, row -> row.times().modifiedAt().equals(writtenAt), row -> row.replaced(next));
    }

    @Override
    public boolean empty(UserId id, FilledColumns filled) {
        Long key = id.key() instanceof Long number ? number : null;
        return views.users.update(
                key, row -> row.changedAt().equals(filled.writtenAt()), row -> row.without(filled.parts()));
    }

    @Override
    public boolean emptyDefaultProfile(UserId owner, FilledColumns filled) {
        return views.profiles.keys(Tables.PROFILE_USER, owner).stream()
                .anyMatch(key -> views.profiles.update(
                        key,
                        row -> row.info().status().isDefault()
                                && row.times().modifiedAt().equals(filled.writtenAt()),
                        row -> row.without(filled.parts())));
    }

    @Override
    public boolean restate(BeforeImage seen, String fingerprint, Instant writtenAt) {
        return views.legacy.keys(Tables.LINK_KEY, seen.linkKey()).stream()
                .anyMatch(key -> views.legacy.update(
                        key,
                        row -> row.entry().origin().fingerprint().equals(seen.fingerprint()),
                        row -> row.restated(fingerprint, writtenAt)));
    }
}
