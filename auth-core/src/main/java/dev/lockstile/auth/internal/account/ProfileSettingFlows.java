package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.setting.ProfileSettings;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore.Owned;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rewrites the settings of a profile while its account's row is held, so that no other change of them is lost. */
public final class ProfileSettingFlows implements ProfileSettings {

    private final FlowContext context;
    private final SettingKeys keys;

    /** With the settings that the host has declared. */
    public ProfileSettingFlows(FlowContext context, SettingKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    @Override
    public SettingKeys keys() {
        return keys;
    }

    @Override
    public Optional<SettingValues> of(Owned profile) {
        return context.store().read(tx -> find(tx, profile)).map(found -> new SettingValues(found.settings()));
    }

    @Override
    public <T> boolean set(Owned profile, SettingKey<T> key, @Nullable T value) {
        HostValues wanted = UserSettingFlows.checked(keys, key, value);
        return context.store().join(tx -> write(tx, profile, wanted)).isPresent();
    }

    @Override
    public <T> long setAll(Iterable<Owned> profiles, SettingKey<T> key, @Nullable T value) {
        HostValues wanted = UserSettingFlows.checked(keys, key, value);
        long changed = 0;
        for (Owned profile : profiles) {
            Optional<Boolean> written = context.store().alone(tx -> write(tx, profile, wanted));
            changed += written.orElse(false) ? 1 : 0;
        }
        return changed;
    }

    private static Optional<ProfileInfo> find(AuthTx tx, Owned profile) {
        return tx.users().byId(profile.user()).stream()
                .flatMap(user -> user.profiles().stream())
                .filter(found -> found.id().equals(profile.id()))
                .findFirst();
    }

    /** True when something was changed, false when all was so already; empty when there is no such profile. */
    private Optional<Boolean> write(AuthTx tx, Owned profile, HostValues wanted) {
        Instant now = context.now();
        if (!tx.users().lock(profile.user(), now)) {
            return Optional.empty();
        }
        return find(tx, profile).map(found -> {
            SettingsJson next = UserSettingFlows.applied(found.settings(), wanted);
            if (next.text().length() > SettingsJson.COLUMN_LENGTH) {
                throw new IllegalArgumentException("the settings of the profile are too long for their column");
            }
            if (next.equals(found.settings())) {
                return false;
            }
            UserSettingFlows.requireReplaced(tx.profiles().replaceSettings(profile, found.settings(), next, now));
            return true;
        });
    }
}
