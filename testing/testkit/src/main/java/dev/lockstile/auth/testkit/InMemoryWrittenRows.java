package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.WrittenRowStore;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that an import changes, fills or removes, in a transaction. */
record InMemoryWrittenRows(TableViews views) implements WrittenRowStore {

    @Override
    public boolean takeBack(ImportedAccount imported) {
        return new InMemoryImportedAccounts(views).takeBack(imported);
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
    public Optional<FilledColumns> complete(
            UserId id, List<IdentifierAssignment> claims, @Nullable Secret passwordHash) {
        UserRow now = id.key() instanceof Long key ? views.users.get(key) : null;
        if (now == null) {
            return Optional.empty();
        }
        Set<FilledColumns.Part> missing = now.isDeleted() ? Set.of() : now.missing(claims, passwordHash);
        views.users.update((Long) id.key(), row -> !row.isDeleted(), row -> row.completed(claims, passwordHash));
        return missing.isEmpty() ? Optional.empty() : Optional.of(new FilledColumns(missing, now.changedAt()));
    }

    @Override
    public Optional<FilledColumns> completeDefaultProfile(UserId user, Person person, String role) {
        return defaultProfile(user).flatMap(key -> {
            ProfileRow now = Objects.requireNonNull(views.profiles.get(key));
            Set<FilledColumns.Part> missing = now.missing(person, role);
            views.profiles.update(
                    key, any -> true, row -> new ProfileRow(completed(row.info(), person, role), row.times()));
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FilledColumns(missing, now.times().modifiedAt()));
        });
    }

    @Override
    public boolean removeSocial(UserId user, SocialIdentity identity, Instant writtenAt) {
        for (Long key : views.socials.keys(Tables.SOCIAL_USER, user)) {
            SocialRow row = views.socials.get(key);
            if (row != null && row.isOf(identity) && row.times().modifiedAt().equals(writtenAt)) {
                views.socials.delete(key);
                return true;
            }
        }
        return false;
    }

    private Optional<Long> defaultProfile(UserId user) {
        return views.profiles.keys(Tables.PROFILE_USER, user).stream()
                .filter(key -> {
                    ProfileRow row = Objects.requireNonNull(views.profiles.get(key));
                    return !row.isDeleted() && row.info().status().isDefault();
                })
                .findFirst();
    }

    private static ProfileInfo completed(ProfileInfo info, Person person, String role) {
        Person known = info.person();
        Person filled = new Person(
                known.firstName() == null ? person.firstName() : known.firstName(),
                known.lastName1() == null ? person.lastName1() : known.lastName1(),
                known.lastName2() == null ? person.lastName2() : known.lastName2(),
                known.birthday() == null ? person.birthday() : known.birthday(),
                known.gender() == null ? person.gender() : known.gender());
        ProfileInfo.Status old = info.status();
        String better = old.role().equals(AbstractProfile.DEFAULT_ROLE) ? role : old.role();
        ProfileInfo.Status status = new ProfileInfo.Status(better, old.isDefault(), old.active());
        return new ProfileInfo(info.id(), info.user(), filled, status, info.label(), info.picture(), info.settings());
    }
}
