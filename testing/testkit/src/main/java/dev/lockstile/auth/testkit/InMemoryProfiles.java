package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;
import java.time.Instant;
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
    public boolean replaceSettings(Owned profile, SettingsJson seen, SettingsJson next, Instant now) {
        return update(profile, row -> row.info().settings().equals(seen), row -> row.withSettings(next, now));
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
