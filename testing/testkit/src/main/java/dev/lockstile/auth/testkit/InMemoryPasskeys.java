package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.PasskeyStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Passkeys in a transaction. */
record InMemoryPasskeys(TableViews views) implements PasskeyStore {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public void insert(UserId user, PasskeyState passkey) {
        views.passkeys.insert(key -> new PasskeyRow(user, passkey));
    }

    @Override
    public Optional<OwnedPasskey> byCredential(String credentialId) {
        return views.passkeys
                .first(Tables.PASSKEY_CREDENTIAL, credentialId)
                .map(row -> new OwnedPasskey(row.user(), row.state()));
    }

    @Override
    public List<PasskeyState> of(UserId user) {
        return views.passkeys
                .rows(Tables.PASSKEY_USER, user)
                .map(PasskeyRow::state)
                .sorted(Comparator.comparing(PasskeyState::createdAt))
                .toList();
    }

    @Override
    public boolean use(UserId user, String passkeyId, PasskeyState.Use use, Instant now) {
        return update(
                user,
                passkeyId,
                row -> row.state().use().signCount() < use.signCount()
                        || use.signCount() == 0 && row.state().use().signCount() == 0,
                row -> row.used(new PasskeyState.Use(use.signCount(), use.backedUp(), now)));
    }

    @Override
    public boolean rename(UserId user, String passkeyId, String name, Instant now) {
        return update(user, passkeyId, row -> true, row -> row.named(name));
    }

    private boolean update(UserId user, String id, Predicate<PasskeyRow> condition, UnaryOperator<PasskeyRow> change) {
        return views.passkeys.updateAll(
                        Tables.PASSKEY_ID, id, row -> row.user().equals(user) && condition.test(row), change)
                == 1;
    }

    @Override
    public boolean remove(UserId user, String passkeyId) {
        return delete(row -> row.state().passkeyId().equals(passkeyId), user) == 1;
    }

    @Override
    public int removeAll(UserId user) {
        return delete(row -> true, user);
    }

    private int delete(Predicate<PasskeyRow> condition, UserId user) {
        List<String> ids = views.passkeys
                .rows(Tables.PASSKEY_USER, user)
                .filter(condition)
                .map(row -> row.state().passkeyId())
                .toList();
        ids.forEach(id -> views.passkeys.keys(Tables.PASSKEY_ID, id).forEach(views.passkeys::delete));
        return ids.size();
    }
}
