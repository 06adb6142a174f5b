package dev.lockstile.auth.http;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.setting.UserSettings;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of a host that has declared no settings of users. */
final class NoUserSettings implements UserSettings {

    @Override
    public SettingKeys keys() {
        return SettingKeys.NONE;
    }

    @Override
    public Optional<SettingValues> of(UserId user) {
        return Optional.empty();
    }

    @Override
    public <T> boolean set(UserId user, SettingKey<T> key, @Nullable T value) {
        return false;
    }

    @Override
    public <T> long setAll(Iterable<UserId> users, SettingKey<T> key, @Nullable T value) {
        return 0;
    }

    @Override
    public Outcome<SettingValues> own(Caller caller) {
        return Outcome.refused(Refusal.SESSION_ENDED);
    }

    @Override
    public Outcome<SettingValues> changeOwn(Caller caller, HostValues wanted) {
        return Outcome.refused(Refusal.SESSION_ENDED);
    }
}
