package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Users in a transaction. */
final class InMemoryUsers implements UserStore {

    private static final int SUPERUSERS = 100;

    private final TableViews views;
    private final UserReader reading;

    InMemoryUsers(TableViews views) {
        this.views = views;
        this.reading = new UserReader(views);
    }

    @Override
    public Optional<StoredUser> byKey(IdentifierKind kind, String key) {
        return views.users.first(Tables.keyOf(kind), key).flatMap(reading::of);
    }

    @Override
    public Optional<StoredUser> byId(UserId id) {
        return reading.byId(id);
    }

    @Override
    public UserId insert(NewUser user) {
        return new UserId(views.users.insert(key -> UserRow.of(new UserId(key), user)));
    }

    @Override
    public boolean claim(UserId id, Identifier identifier, Instant verifiedAt) {
        return update(id, any -> true, row -> row.with(identifier, identifier.key(), verifiedAt));
    }

    @Override
    public boolean disown(UserId id, IdentifierKind kind, String key, @Nullable String value) {
        return update(id, row -> row.isOwnedAs(kind, key, value), row -> row.disowned(kind));
    }

    @Override
    public void releaseUnproven(UserId id, Instant now) {
        update(id, any -> true, UserRow::withoutUnprovenKeys);
    }

    @Override
    public boolean recordLogin(UserId id, Instant now) {
        return update(id, row -> row.status().at(now).mayAct(), row -> row.loggedInAt(now));
    }

    @Override
    public boolean recordPasswordLogin(UserId id, Secret seen, Instant now) {
        return update(
                id,
                row -> row.status().at(now).mayAct()
                        && Objects.equals(row.password().hash(), seen),
                row -> row.loggedInAt(now));
    }

    @Override
    public boolean upgradePassword(UserId id, Secret seen, Secret better) {
        return update(
                id,
                row -> Objects.equals(row.password().hash(), seen),
                row -> row.with(new Password(better, row.password().changedAt())));
    }

    @Override
    public boolean changePassword(UserId id, Secret hash, @Nullable Instant changedAt, Instant now) {
        return update(id, row -> unchanged(row, changedAt), row -> row.with(new Password(hash, now)));
    }

    @Override
    public boolean resetPassword(UserId id, @Nullable Secret hash, Instant now) {
        return update(id, any -> true, row -> row.with(new Password(hash, now)));
    }

    @Override
    public boolean dropUnprovenPassword(UserId id, Secret seen, Instant now) {
        return update(
                id,
                row -> Objects.equals(row.password().hash(), seen)
                        && !row.info().identifiers().anyVerified(),
                row -> row.with(new Password(null, now)));
    }

    @Override
    public boolean eraseUnproven(UserId id, Instant now) {
        return update(id, any -> true, row -> row.withoutUnproven().with(new Password(null, now)));
    }

    @Override
    public boolean replaceSettings(UserId id, SettingsJson seen, SettingsJson next, Instant now) {
        return update(id, row -> row.settings().equals(seen), row -> row.with(next));
    }

    @Override
    public boolean disableUntil(UserId id, Instant until, Instant now) {
        return update(id, any -> true, row -> row.disabledUntil(until));
    }

    @Override
    public boolean setActive(UserId id, boolean active, Instant now) {
        return update(id, any -> true, row -> row.active(active));
    }

    @Override
    public void moveOwned(UserId from, UserId into, Set<String> providers, Instant now) {
        new InMemoryUserDeletion(views).move(from, into, providers, now);
    }

    @Override
    public boolean softDelete(UserId id, Instant now) {
        boolean deleted = update(id, any -> true, row -> row.deletedAt(now));
        if (deleted) {
            new InMemoryUserDeletion(views).delete(id, now);
        }
        return deleted;
    }

    @Override
    public Optional<StoredUser> deleted(UserId id) {
        return reading.deleted(id);
    }

    @Override
    public boolean restore(UserId id, List<Identifier> owned, Instant now) {
        Long key = id.key() instanceof Long number ? number : null;
        boolean restored = views.users.update(key, UserRow::isDeleted, row -> row.restored(owned));
        if (restored) {
            new InMemoryUserDeletion(views).restore(id, now);
        }
        return restored;
    }

    @Override
    public boolean lock(UserId id, Instant now) {
        return update(id, any -> true, row -> row);
    }

    @Override
    public void acceptTerms(UserId id, Instant now) {
        update(id, row -> row.dates().termsAcceptedAt() == null, row -> row.termsAcceptedAt(now));
    }

    @Override
    public List<UserId> superusers(Instant now) {
        return views
                .users
                .keysWhere(row -> !row.isDeleted()
                        && row.status().superuser()
                        && row.status().at(now).active())
                .stream()
                .sorted()
                .limit(SUPERUSERS)
                .map(UserId::new)
                .toList();
    }

    @Override
    public boolean anySuperuser() {
        return !views.users
                .keysWhere(row -> !row.isDeleted() && row.status().superuser())
                .isEmpty();
    }

    private boolean update(UserId id, Predicate<UserRow> condition, UnaryOperator<UserRow> change) {
        Long key = id.key() instanceof Long number ? number : null;
        return views.users.update(key, row -> !row.isDeleted() && condition.test(row), change);
    }

    private static boolean unchanged(UserRow row, @Nullable Instant changedAt) {
        return Objects.equals(row.password().changedAt(), changedAt);
    }
}
