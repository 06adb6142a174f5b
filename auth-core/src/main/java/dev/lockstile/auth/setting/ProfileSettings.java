package dev.lockstile.auth.setting;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the settings of profiles that a host has declared with {@code AuthBuilder.profileSettings}, as
 * {@link UserSettings} does for users. Methods without a caller check no permission: they are for host code.
 */
public interface ProfileSettings {

    /** {@return the declared settings} */
    SettingKeys keys();

    /**
     * {@return the settings of a profile; empty when the user has no such profile, or the account is deleted}
     *
     * @param profile the profile and its owner
     */
    Optional<SettingValues> of(Owned profile);

    /**
     * Sets one setting, in the transaction of the caller where there is one.
     *
     * @param <T> type of the value
     * @param profile the profile and its owner
     * @param key a declared one
     * @param value null to remove it, so that the default applies again
     * @return false when the user has no such profile
     * @throws IllegalArgumentException for a key that is not declared, a value out of its bounds, and settings that are
     *     too long for their column
     * @throws dev.lockstile.auth.store.StoreUnavailableException also when another transaction changed the settings
     *     since the caller's transaction began; repeat the call in a new one
     */
    <T> boolean set(Owned profile, SettingKey<T> key, @Nullable T value);

    /**
     * Sets one setting of many profiles. One transaction for each profile; a second call with the same profiles writes
     * nothing.
     *
     * @param <T> type of the value
     * @param profiles iterated once, during the work; unknown ones are skipped
     * @param key a declared one
     * @param value null to remove it
     * @return how many profiles were changed
     * @throws IllegalArgumentException as for {@link #set}
     */
    <T> long setAll(Iterable<Owned> profiles, SettingKey<T> key, @Nullable T value);

    /**
     * {@return the settings of one of the caller's profiles; {@code PROFILE_NOT_FOUND} for any other profile,
     * {@code SESSION_ENDED} when the session has ended}
     *
     * @param caller the authenticated caller
     * @param profile one of the caller's profiles
     */
    Outcome<SettingValues> own(Caller caller, ProfileId profile);

    /**
     * Changes settings of one of the caller's profiles, in a transaction of its own. Refused as for {@link #own}, and
     * for a value out of its bounds; then nothing is changed.
     *
     * @param caller the authenticated caller
     * @param profile one of the caller's profiles
     * @param wanted values by the names of settings that owners may change; null to remove one
     * @return the settings after the change
     * @throws IllegalArgumentException for the name of another setting
     * @throws dev.lockstile.auth.store.StoreUnavailableException also when another transaction changed the settings
     *     meanwhile; repeat the call
     */
    Outcome<SettingValues> changeOwn(Caller caller, ProfileId profile, HostValues wanted);
}
