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
 * {@link UserSettings} does with those of users. A method that takes a profile and no caller is for code of the host,
 * which has decided who may do it.
 */
public interface ProfileSettings {

    /** {@return what the host has declared} */
    SettingKeys keys();

    /**
     * {@return the settings of a profile; empty when the user has no such profile, or the account is deleted}
     *
     * @param profile which, and whose it has to be
     */
    Optional<SettingValues> of(Owned profile);

    /**
     * Sets one setting, in the transaction of the caller where there is one.
     *
     * @param <T> what the setting holds
     * @param profile which, and whose it has to be
     * @param key a declared one
     * @param value null takes it out, so that the default counts again
     * @return false when the user has no such profile
     * @throws IllegalArgumentException for a key that is not declared, a value out of its bounds, and settings that are
     *     too long for their column
     * @throws dev.lockstile.auth.store.StoreUnavailableException also when another transaction has changed the settings
     *     since the caller's began; to be repeated in a new one
     */
    <T> boolean set(Owned profile, SettingKey<T> key, @Nullable T value);

    /**
     * Sets one setting of many profiles, such as those that a query of the host finds. Each profile is one transaction;
     * a second call with the same profiles writes nothing.
     *
     * @param <T> what the setting holds
     * @param profiles read once, as the work goes on; those that are not there are passed over
     * @param key a declared one
     * @param value null takes it out
     * @return how many profiles were changed
     * @throws IllegalArgumentException as for {@link #set}
     */
    <T> long setAll(Iterable<Owned> profiles, SettingKey<T> key, @Nullable T value);

    /**
     * {@return the settings of one of the caller's profiles; {@code PROFILE_NOT_FOUND} for any other profile, {@code
     * SESSION_ENDED} when the session is over}
     *
     * @param caller the authenticated caller
     * @param profile which of the caller's
     */
    Outcome<SettingValues> own(Caller caller, ProfileId profile);

    /**
     * Changes settings of one of the caller's profiles, in a transaction of its own. Refused as for {@link #own}, and
     * for a value that is out of its bounds; then nothing is changed.
     *
     * @param caller the authenticated caller
     * @param profile which of the caller's
     * @param wanted by the names of settings that their owner changes; null takes one out
     * @return the settings as they are then
     * @throws IllegalArgumentException for a name that is none of these
     * @throws dev.lockstile.auth.store.StoreUnavailableException also when another transaction has changed the settings
     *     meanwhile; to be repeated
     */
    Outcome<SettingValues> changeOwn(Caller caller, ProfileId profile, HostValues wanted);
}
