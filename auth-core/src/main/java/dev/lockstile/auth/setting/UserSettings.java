package dev.lockstile.auth.setting;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the settings that a host has declared with {@code AuthBuilder.userSettings}, key by key. A change
 * locks the account's row while it rewrites the object, so that concurrent changes of different settings are both kept.
 * Undeclared members are kept unchanged. Methods without a caller check no permission: they are for host code.
 */
public interface UserSettings {

    /** {@return the declared settings} */
    SettingKeys keys();

    /**
     * {@return the settings of a user; empty when there is no such account, or it is deleted}
     *
     * @param user the account
     */
    Optional<SettingValues> of(UserId user);

    /**
     * Sets one setting, in the host's transaction if there is one.
     *
     * @param <T> type of the value
     * @param user the account
     * @param key a declared one
     * @param value null to remove it, so that the default applies again
     * @return false when there is no such account
     * @throws IllegalArgumentException for a key that is not declared, and for a value out of its bounds
     */
    <T> boolean set(UserId user, SettingKey<T> key, @Nullable T value);

    /**
     * Sets one setting of many users. One transaction for each account; a second call with the same users writes
     * nothing.
     *
     * @param <T> type of the value
     * @param users iterated once, during the work; unknown ones are skipped
     * @param key a declared one
     * @param value null to remove it
     * @return how many accounts were changed
     * @throws IllegalArgumentException for a key that is not declared, and for a value out of its bounds
     */
    <T> long setAll(Iterable<UserId> users, SettingKey<T> key, @Nullable T value);

    /**
     * {@return the settings of the caller, or {@code SESSION_ENDED}}
     *
     * @param caller the authenticated caller
     */
    Outcome<SettingValues> own(Caller caller);

    /**
     * Changes settings of the caller, in a transaction of its own. Refused when the session has ended, and for a
     * setting that owners may not change or a value out of its bounds; then nothing is changed.
     *
     * @param caller the authenticated caller
     * @param wanted values by the names of settings; null to remove one
     * @return the settings after the change
     */
    Outcome<SettingValues> changeOwn(Caller caller, HostValues wanted);
}
