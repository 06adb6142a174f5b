package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Profiles in a transaction. Reading them comes with their user. */
public interface ProfileStore {

    /** Adds a profile. */
    ProfileId insert(NewProfile profile);

    /**
     * Replaces what describes the person and the label of a profile.
     *
     * @return false when the user has no such profile
     */
    boolean describe(Owned profile, Person person, String label, Instant now);

    /** Sets the picture's reference; false when the user has no such profile. */
    boolean present(Owned profile, @Nullable String picture, Instant now);

    /**
     * Gives a profile another role.
     *
     * @return false when the user has no such profile
     */
    boolean assignRole(Owned profile, String role, Instant now);

    /**
     * Makes this the one default profile of its user. The caller {@linkplain UserStore#hold holds} the user, since two
     * rows change.
     *
     * @return false when the user has no such profile
     */
    boolean makeDefault(Owned profile, Instant now);

    /**
     * Marks a profile as deleted, unless it is the default one: one conditional update.
     *
     * @return false when the user has no such profile or it is the default
     */
    boolean delete(Owned profile, Instant now);

    /** A profile, and the user it has to belong to. */
    record Owned(UserId user, ProfileId id) {}
}
