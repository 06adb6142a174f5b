package dev.lockstile.auth.internal.store;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.UserStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users whose identifiers are compared with their keys as they are read. A key whose value has changed finds no user,
 * and goes to the account that proves the identifier in the same transaction.
 */
final class CheckedUsers implements UserStore {

    private final UserStore store;
    private final ReadRules rules;
    private final Map<String, StoredUser> outdated = new HashMap<>();

    CheckedUsers(UserStore store, ReadRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public Optional<StoredUser> byKey(IdentifierKind kind, String key) {
        Optional<StoredUser> stored = store.byKey(kind, key);
        Optional<StoredUser> owner = stored.map(rules::checked)
                .filter(user -> user.info().identifiers().of(kind).owned());
        if (stored.isPresent() && owner.isEmpty()) {
            outdated.put(key, stored.get());
        }
        return owner;
    }

    @Override
    public Optional<StoredUser> byId(UserId id) {
        return store.byId(id).map(rules::checked);
    }

    @Override
    public boolean claim(UserId id, Identifier identifier, Instant verifiedAt) {
        free(identifier, id);
        return store.claim(id, identifier, verifiedAt);
    }

    @Override
    public UserId insert(NewUser user) {
        user.claims().stream().filter(IdentifierAssignment::owned).forEach(claim -> free(claim.identifier(), null));
        return store.insert(user);
    }

    private void free(Identifier identifier, @Nullable UserId claiming) {
        StoredUser holder = outdated.remove(identifier.key());
        if (holder != null && !holder.info().id().equals(claiming)) {
            String value = holder.info().identifiers().of(identifier.kind()).value();
            store.disown(holder.info().id(), identifier.kind(), identifier.key(), value);
        }
    }

    @Override
    public boolean disown(UserId id, IdentifierKind kind, String key, @Nullable String value) {
        return store.disown(id, kind, key, value);
    }

    @Override
    public void releaseUnproven(UserId id, Instant now) {
        store.releaseUnproven(id, now);
    }

    @Override
    public boolean recordLogin(UserId id, Instant now) {
        return store.recordLogin(id, now);
    }

    @Override
    public boolean recordPasswordLogin(UserId id, Secret seen, Instant now) {
        return store.recordPasswordLogin(id, seen, now);
    }

    @Override
    public boolean upgradePassword(UserId id, Secret seen, Secret better) {
        return store.upgradePassword(id, seen, better);
    }

    @Override
    public boolean changePassword(UserId id, Secret hash, @Nullable Instant changedAt, Instant now) {
        return store.changePassword(id, hash, changedAt, now);
    }

    @Override
    public boolean resetPassword(UserId id, @Nullable Secret hash, Instant now) {
        return store.resetPassword(id, hash, now);
    }

    @Override
    public boolean dropUnprovenPassword(UserId id, Secret seen, Instant now) {
        return store.dropUnprovenPassword(id, seen, now);
    }

    @Override
    public boolean eraseUnproven(UserId id, Instant now) {
        return store.eraseUnproven(id, now);
    }

    @Override
    public boolean replaceSettings(UserId id, SettingsJson seen, SettingsJson next, Instant now) {
        return store.replaceSettings(id, seen, next, now);
    }

    @Override
    public boolean disableUntil(UserId id, Instant until, Instant now) {
        return store.disableUntil(id, until, now);
    }

    @Override
    public boolean setActive(UserId id, boolean active, Instant now) {
        return store.setActive(id, active, now);
    }

    @Override
    public void moveOwned(UserId from, UserId into, Set<String> providers, Instant now) {
        store.moveOwned(from, into, providers, now);
    }

    @Override
    public boolean softDelete(UserId id, Instant now) {
        return store.softDelete(id, now);
    }

    @Override
    public Optional<StoredUser> deleted(UserId id) {
        return store.deleted(id);
    }

    @Override
    public boolean restore(UserId id, List<Identifier> owned, Instant now) {
        return store.restore(id, owned, now);
    }

    @Override
    public boolean lock(UserId id, Instant now) {
        return store.lock(id, now);
    }

    @Override
    public void acceptTerms(UserId id, Instant now) {
        store.acceptTerms(id, now);
    }

    @Override
    public List<UserId> superusers(Instant now) {
        return store.superusers(now);
    }

    @Override
    public boolean anySuperuser() {
        return store.anySuperuser();
    }
}
