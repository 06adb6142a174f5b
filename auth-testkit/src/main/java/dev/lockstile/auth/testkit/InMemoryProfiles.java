package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;

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

    private static ProfileInfo info(ProfileId id, NewProfile profile) {
        return new ProfileInfo(
                id,
                profile.user(),
                profile.person(),
                profile.standing(),
                profile.label(),
                profile.picture(),
                profile.settings());
    }
}
