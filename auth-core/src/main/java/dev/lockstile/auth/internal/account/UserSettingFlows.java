package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.setting.UserSettings;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rewrites the settings column while the account's row is held, so that no other change of it is lost. */
public final class UserSettingFlows implements UserSettings {

    private final FlowContext context;
    private final OperationEvents operations;
    private final SettingKeys keys;

    /** With the settings that the host has declared. */
    public UserSettingFlows(FlowContext context, SettingKeys keys) {
        this.context = context;
        this.operations = new OperationEvents(context);
        this.keys = keys;
    }

    @Override
    public SettingKeys keys() {
        return keys;
    }

    @Override
    public Optional<SettingValues> of(UserId user) {
        return context.store().read(tx -> tx.users().byId(user)).map(UserSettingFlows::values);
    }

    @Override
    public <T> boolean set(UserId user, SettingKey<T> key, @Nullable T value) {
        HostValues wanted = checked(keys, key, value);
        return context.store().join(tx -> write(tx, user, wanted)).isPresent();
    }

    @Override
    public <T> long setAll(Iterable<UserId> users, SettingKey<T> key, @Nullable T value) {
        HostValues wanted = checked(keys, key, value);
        long changed = 0;
        for (UserId user : users) {
            Optional<Boolean> written = context.store().alone(tx -> write(tx, user, wanted));
            changed += written.orElse(false) ? 1 : 0;
        }
        return changed;
    }

    static <T> HostValues checked(SettingKeys keys, SettingKey<T> key, @Nullable T value) {
        HostValues wanted = HostValues.of(keys.require(key).name(), value);
        HostFields.problems(keys.fields(), wanted, false).stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException("the value of " + key.name() + " is refused: " + problem.code());
        });
        return wanted;
    }

    @Override
    public Outcome<SettingValues> own(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now))
                .map(session -> Outcome.done(values(session.user())))
                .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }

    @Override
    public Outcome<SettingValues> changeOwn(Caller caller, HostValues wanted) {
        return operations.over(Operation.ACCOUNT_CHANGE, caller, () -> changed(caller, wanted));
    }

    private Outcome<SettingValues> changed(Caller caller, HostValues wanted) {
        List<FieldProblem> problems = HostFields.problems(keys.changedByOwner(), wanted, false);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Instant now = context.now();
        return context.store()
                .alone(tx -> CallerSession.held(tx, caller, now)
                        .map(session -> change(tx, session.user().info(), wanted, now))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    static <T> Outcome<T> tooLong(HostValues wanted) {
        String first = wanted.byName().keySet().iterator().next();
        return Outcome.invalid(List.of(FieldProblem.of(first, "too_long")));
    }

    static Outcome<SettingValues> change(AuthTx tx, UserInfo user, HostValues wanted, Instant now) {
        SettingsJson next = applied(user.settings(), wanted);
        if (next.text().length() > SettingsJson.COLUMN_LENGTH) {
            return tooLong(wanted);
        }
        if (!next.equals(user.settings())) {
            requireReplaced(tx.users().replaceSettings(user.id(), user.settings(), next, now));
        }
        return Outcome.done(new SettingValues(next));
    }

    /** True when something was changed, false when all was so already; empty when there is no such account. */
    private Optional<Boolean> write(AuthTx tx, UserId user, HostValues wanted) {
        Instant now = context.now();
        if (!tx.users().lock(user, now)) {
            return Optional.empty();
        }
        return tx.users().byId(user).map(StoredUser::info).map(found -> {
            SettingValues next = change(tx, found, wanted, now).orElseThrow();
            return !next.equals(new SettingValues(found.settings()));
        });
    }

    /**
     * Of a row that is held.
     *
     * @throws StoreUnavailableException when the snapshot of the caller's transaction is older than another change
     */
    static void requireReplaced(boolean replaced) {
        if (!replaced) {
            throw new StoreUnavailableException(
                    "the settings were changed meanwhile", new ConcurrentModificationException());
        }
    }

    static SettingsJson applied(SettingsJson settings, HostValues wanted) {
        SettingsJson next = settings;
        for (Map.Entry<String, @Nullable Object> value : wanted.byName().entrySet()) {
            next = next.withValue(value.getKey(), value.getValue());
        }
        return next;
    }

    private static SettingValues values(StoredUser user) {
        return new SettingValues(user.info().settings());
    }
}
