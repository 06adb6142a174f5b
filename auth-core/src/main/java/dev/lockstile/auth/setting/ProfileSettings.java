package dev.lockstile.auth.setting;

import dev.lockstile.auth.store.ProfileStore.Owned;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the settings of profiles that a host has declared with {@code AuthBuilder.profileSettings}, as
 * {@link UserSettings} does with those of users. All methods are for code of the host, which has decided who may do it.
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
}
