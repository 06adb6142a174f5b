package dev.lockstile.auth.setting;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the settings that a host has declared with {@code AuthBuilder.userSettings}, key by key. A change
 * holds the account's row while the object is rewritten, so that two changes of different settings at once are both
 * kept. Members that are not declared stay to the letter. A method that takes a user and no caller is for code of the
 * host, which has decided who may do it.
 */
public interface UserSettings {

    /** {@return what the host has declared} */
    SettingKeys keys();

    /**
     * {@return the settings of a user; empty when there is no such account, or it is deleted}
     *
     * @param user whose settings
     */
    Optional<SettingValues> of(UserId user);

    /**
     * Sets one setting, in the transaction of the caller where there is one.
     *
     * @param <T> what the setting holds
     * @param user whose setting
     * @param key a declared one
     * @param value null takes it out, so that the default counts again
     * @return false when there is no such account
     * @throws IllegalArgumentException for a key that is not declared, and for a value out of its bounds
     */
    <T> boolean set(UserId user, SettingKey<T> key, @Nullable T value);

    /**
     * Sets one setting of many users, such as those that a query of the host finds. Each account is one transaction;
     * a second call with the same users writes nothing.
     *
     * @param <T> what the setting holds
     * @param users read once, as the work goes on; those without an account are passed over
     * @param key a declared one
     * @param value null takes it out
     * @return how many accounts were changed
     * @throws IllegalArgumentException for a key that is not declared, and for a value out of its bounds
     */
    <T> long setAll(Iterable<UserId> users, SettingKey<T> key, @Nullable T value);

    /**
     * {@return the settings of the caller, or that the session is over}
     *
     * @param caller the authenticated caller
     */
    Outcome<SettingValues> own(Caller caller);

    /**
     * Changes settings of the caller, in a transaction of its own. Refused: a session that is over, and a setting that
     * its owner may not change or that is out of its bounds; then nothing is changed.
     *
     * @param caller the authenticated caller
     * @param wanted by the names of settings; null takes one out
     * @return the settings as they are then
     */
    Outcome<SettingValues> changeOwn(Caller caller, HostValues wanted);
}
