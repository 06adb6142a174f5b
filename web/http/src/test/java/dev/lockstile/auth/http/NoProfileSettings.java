package dev.lockstile.auth.http;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.ProfileSettings;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of a host that has declared no settings of profiles. */
final class NoProfileSettings implements ProfileSettings {

    @Override
    public SettingKeys keys() {
        return SettingKeys.NONE;
    }

    @Override
    public Optional<SettingValues> of(Owned profile) {
        return Optional.empty();
    }

    @Override
    public <T> boolean set(Owned profile, SettingKey<T> key, @Nullable T value) {
        return false;
    }

    @Override
    public <T> long setAll(Iterable<Owned> profiles, SettingKey<T> key, @Nullable T value) {
        return 0;
    }

    @Override
    public Outcome<SettingValues> own(Caller caller, ProfileId profile) {
        return Outcome.refused(Refusal.SESSION_ENDED);
    }

    @Override
    public Outcome<SettingValues> changeOwn(Caller caller, ProfileId profile, HostValues wanted) {
        return Outcome.refused(Refusal.SESSION_ENDED);
    }
}
