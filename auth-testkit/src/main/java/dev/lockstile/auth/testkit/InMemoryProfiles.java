package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.ProfileStatus;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.FilledColumns;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Profiles in a transaction. */
final class InMemoryProfiles implements ProfileStore {

    private final TableViews views;

    InMemoryProfiles(TableViews views) {
        this.views = views;
    }

    @Override
    public ProfileId insert(NewProfile profile) {
        return new ProfileId(
                views.profiles.insert(key -> new ProfileRow(info(new ProfileId(key), profile), profile.times())));
    }

    @Override
    public boolean describe(Owned profile, Person person, String label, Instant now) {
        return update(profile, any -> true, row -> row.described(person, label, now));
    }

    @Override
    public boolean present(Owned profile, @Nullable String picture, Instant now) {
        return update(profile, any -> true, row -> row.presented(picture, now));
    }

    @Override
    public boolean assignRole(Owned profile, String role, Instant now) {
        return update(profile, any -> true, row -> row.inRole(role, now));
    }

    @Override
    public boolean makeDefault(Owned profile, Instant now) {
        boolean made = update(profile, any -> true, row -> row.asDefault(true, now));
        if (made) {
            views.profiles.updateAll(
                    Tables.PROFILE_USER,
                    profile.user(),
                    row -> !row.info().id().equals(profile.id())
                            && row.info().status().isDefault(),
                    row -> row.asDefault(false, now));
        }
        return made;
    }

    @Override
    public boolean delete(Owned profile, Instant now) {
        return update(profile, row -> !row.info().status().isDefault(), row -> row.deletedAlone(now));
    }

    private boolean update(Owned profile, Predicate<ProfileRow> condition, UnaryOperator<ProfileRow> change) {
        Long key = profile.id().key() instanceof Long number ? number : null;
        return views.profiles.update(
                key,
                row -> !row.isDeleted() && row.info().user().equals(profile.user()) && condition.test(row),
                change);
    }

    @Override
    public Optional<FilledColumns> complete(UserId user, Person person, String role) {
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
        ProfileStatus old = info.status();
        String better = old.role().equals(AbstractProfile.DEFAULT_ROLE) ? role : old.role();
        ProfileStatus status = new ProfileStatus(better, old.isDefault(), old.active());
        return new ProfileInfo(info.id(), info.user(), filled, status, info.label(), info.picture(), info.settings());
    }

    private static ProfileInfo info(ProfileId id, NewProfile profile) {
        return new ProfileInfo(
                id,
                profile.user(),
                profile.person(),
                profile.status(),
                profile.label(),
                profile.picture(),
                profile.settings());
    }
}
