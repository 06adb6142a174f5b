package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.ProfileSettings;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rewrites the settings of a profile while its account's row is held, so that no other change of them is lost. */
public final class ProfileSettingFlows implements ProfileSettings {

    /** What became of a change. */
    enum Written {
        ABSENT,
        TOO_LONG,
        SAME,
        CHANGED
    }

    private final FlowContext context;
    private final OperationEvents operations;
    private final SettingKeys keys;

    /** With the settings that the host has declared. */
    public ProfileSettingFlows(FlowContext context, SettingKeys keys) {
        this.context = context;
        this.operations = new OperationEvents(context);
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

    @Override
    public Outcome<SettingValues> own(Caller caller, ProfileId profile) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(session -> values(session.user(), profile))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    @Override
    public Outcome<SettingValues> changeOwn(Caller caller, ProfileId profile, HostValues wanted) {
        return operations.over(Operation.PROFILE_CHANGE, caller, () -> changed(caller, profile, wanted));
    }

    private Outcome<SettingValues> changed(Caller caller, ProfileId profile, HostValues wanted) {
        List<FieldProblem> problems = HostFields.problems(keys.changedByOwner(), wanted, false);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Instant now = context.now();
        Owned owned = new Owned(caller.user(), profile);
        return context.store()
                .alone(tx -> CallerSession.held(tx, caller, now)
                        .map(session -> outcome(tx, owned, wanted, replaced(tx, owned, wanted, now)))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    private static Outcome<SettingValues> outcome(AuthTx tx, Owned profile, HostValues wanted, Written written) {
        return switch (written) {
            case ABSENT -> Outcome.refused(Refusal.PROFILE_NOT_FOUND);
            case TOO_LONG -> UserSettingFlows.tooLong(wanted);
            case SAME, CHANGED ->
                tx.users()
                        .byId(profile.user())
                        .map(user -> values(user, profile.id()))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
        };
    }

    private static Outcome<SettingValues> values(StoredUser user, ProfileId profile) {
        return find(user, profile)
                .map(found -> Outcome.done(new SettingValues(found.settings())))
                .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND));
    }

    private static Optional<ProfileInfo> find(AuthTx tx, Owned profile) {
        return tx.users().byId(profile.user()).flatMap(user -> find(user, profile.id()));
    }

    private static Optional<ProfileInfo> find(StoredUser user, ProfileId profile) {
        return user.profiles().stream()
                .filter(found -> found.id().equals(profile))
                .findFirst();
    }

    /** True when something was changed, false when all was so already; empty when there is no such profile. */
    private Optional<Boolean> write(AuthTx tx, Owned profile, HostValues wanted) {
        Instant now = context.now();
        if (!tx.users().lock(profile.user(), now)) {
            return Optional.empty();
        }
        return switch (replaced(tx, profile, wanted, now)) {
            case ABSENT -> Optional.empty();
            case TOO_LONG ->
                throw new IllegalArgumentException("the settings of the profile are too long for their column");
            case SAME -> Optional.of(false);
            case CHANGED -> Optional.of(true);
        };
    }

    /** While the account's row is held. */
    static Written replaced(AuthTx tx, Owned profile, HostValues wanted, Instant now) {
        Optional<ProfileInfo> found = find(tx, profile);
        if (found.isEmpty()) {
            return Written.ABSENT;
        }
        SettingsJson seen = found.get().settings();
        SettingsJson next = UserSettingFlows.applied(seen, wanted);
        if (next.text().length() > SettingsJson.COLUMN_LENGTH) {
            return Written.TOO_LONG;
        }
        if (next.equals(seen)) {
            return Written.SAME;
        }
        UserSettingFlows.requireReplaced(tx.profiles().replaceSettings(profile, seen, next, now));
        return Written.CHANGED;
    }
}
