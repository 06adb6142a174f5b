package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ProfileId;

/** Profiles in a transaction. Reading them comes with their user. */
public interface ProfileStore {

    /** Adds a profile. */
    ProfileId insert(NewProfile profile);
}
