package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isOrWasUntil;
import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractUser;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users in a transaction. A contested write is one conditional update, and its row count decides. A row that another
 * application marked as deleted with its keys in place is not found by them: {@link #byKey} remembers it, and
 * {@link #insert} and {@link #claim} in the same transaction take the key from it.
 */
final class JpaUserStore implements UserStore {

    private static final int SUPERUSERS = 100;

    private final Rows rows;
    private final HostModel host;
    private final HostEntity<AbstractUser> user;
    private final UserIdentifierRows identifiers;

    JpaUserStore(Rows rows, HostModel host) {
        this.rows = rows;
        this.host = host;
        this.user = host.user();
        this.identifiers = new UserIdentifierRows(rows, user);
    }

    @Override
    public Optional<StoredUser> byKey(IdentifierKind kind, String key) {
        Optional<StoredUser> holder = find("u." + UserIdentifierRows.keyOf(kind) + " = :key", key);
        holder.filter(JpaUserStore::isDeleted)
                .ifPresent(deleted ->
                        identifiers.rememberDeleted(key, deleted.info().id()));
        return holder.filter(found -> !isDeleted(found));
    }

    private static boolean isDeleted(StoredUser found) {
        return found.info().status().deletedAt() != null;
    }

    @Override
    public Optional<StoredUser> byId(UserId id) {
        return find(user.id("u") + " = :key and u.deletedAt is null", id.key());
    }

    @Override
    public UserId insert(NewUser wanted) {
        wanted.claims().stream()
                .filter(IdentifierAssignment::owned)
                .map(IdentifierAssignment::identifier)
                .forEach(identifiers::free);
        return new UserId(rows.insert(new NewRows(rows, host).user(wanted)));
    }

    @Override
    public boolean claim(UserId id, Identifier identifier, Instant verifiedAt) {
        return identifiers.claim(update(id, verifiedAt), identifier, verifiedAt);
    }

    /** Not a change made here: the time of change stays. */
    @Override
    public boolean disown(UserId id, IdentifierKind kind, String key, @Nullable String value) {
        return UserIdentifierRows.disown(present(id), id, kind, key, value);
    }

    @Override
    public void releaseUnproven(UserId id, Instant now) {
        update(id, now)
                .clearUnless("emailVerifiedAt", "emailKey")
                .clearUnless("phoneVerifiedAt", "phoneKey")
                .clear("admittedAt")
                .run();
    }

    @Override
    public boolean recordLogin(UserId id, Instant now) {
        return login(id, now).runOnOne();
    }

    @Override
    public boolean recordPasswordLogin(UserId id, Secret seen, Instant now) {
        return login(id, now).where(is("passwordHash", seen.reveal())).runOnOne();
    }

    private ConditionalUpdate login(UserId id, Instant now) {
        return update(id, now)
                .set("lastLoginAt", now)
                .set("active", true)
                .clear("disabledUntil")
                .where(isOrWasUntil("active", "disabledUntil", now));
    }

    @Override
    public boolean upgradePassword(UserId id, Secret seen, Secret better) {
        return present(id)
                .set("passwordHash", better.reveal())
                .where(is("passwordHash", seen.reveal()))
                .runOnOne();
    }

    @Override
    public boolean changePassword(UserId id, Secret hash, @Nullable Instant changedAt, Instant now) {
        return password(id, hash, now).where(is("passwordChangedAt", changedAt)).runOnOne();
    }

    @Override
    public boolean resetPassword(UserId id, @Nullable Secret hash, Instant now) {
        return password(id, hash, now).runOnOne();
    }

    private ConditionalUpdate password(UserId id, @Nullable Secret hash, Instant now) {
        return update(id, now)
                .set("passwordHash", hash == null ? null : hash.reveal())
                .set("passwordChangedAt", now);
    }

    @Override
    public boolean dropUnprovenPassword(UserId id, Secret seen, Instant now) {
        return password(id, null, now)
                .where(is("passwordHash", seen.reveal()), isNull("emailVerifiedAt"), isNull("phoneVerifiedAt"))
                .runOnOne();
    }

    @Override
    public boolean eraseUnproven(UserId id, Instant now) {
        return password(id, null, now)
                .clear("termsAcceptedAt")
                .clearUnless("emailVerifiedAt", "email")
                .clearUnless("emailVerifiedAt", "emailKey")
                .clearUnless("phoneVerifiedAt", "phone")
                .clearUnless("phoneVerifiedAt", "phoneKey")
                .clearUnless("usernameKey", "username")
                .runOnOne();
    }

    /** A legacy system may have written the same object in another way, so the text to be replaced is the column's. */
    @Override
    public boolean replaceSettings(UserId id, SettingsJson seen, SettingsJson next, Instant now) {
        List<String> texts = rows.session()
                .createSelectionQuery(
                        "select u.settings from " + user.name() + " u where " + user.id("u") + " = :id", String.class)
                .setParameter("id", id.key())
                .getResultList();
        String text = texts.isEmpty() ? null : texts.get(0);
        if (text == null || !SettingsJson.of(text).equals(seen)) {
            return false;
        }
        return update(id, now)
                .set("settings", next.text())
                .where(is("settings", text))
                .runOnOne();
    }

    @Override
    public boolean disableUntil(UserId id, Instant until, Instant now) {
        return update(id, now)
                .set("active", false)
                .set("disabledUntil", micros(until))
                .runOnOne();
    }

    @Override
    public boolean setActive(UserId id, boolean active, Instant now) {
        return update(id, now).set("active", active).clear("disabledUntil").runOnOne();
    }

    @Override
    public void moveOwned(UserId from, UserId into, Set<String> providers, Instant now) {
        new UserMerge(rows, host).move(from, into, providers, now);
    }

    @Override
    public boolean softDelete(UserId id, Instant now) {
        boolean deleted = update(id, now)
                .set("deletedAt", now)
                .set("deletedByCascade", false)
                .clear("emailKey", "phoneKey", "usernameKey")
                .runOnOne();
        if (deleted) {
            new UserDeletion(rows, host).delete(id, now);
        }
        return deleted;
    }

    @Override
    public Optional<StoredUser> deleted(UserId id) {
        return new UserRestore(rows, host).deleted(id);
    }

    @Override
    public boolean restore(UserId id, List<Identifier> owned, Instant now) {
        return new UserRestore(rows, host).restore(id, owned, now);
    }

    @Override
    public boolean lock(UserId id, Instant now) {
        return update(id, now).keep("active").runOnOne();
    }

    @Override
    public void acceptTerms(UserId id, Instant now) {
        update(id, now)
                .set("termsAcceptedAt", now)
                .where(isNull("termsAcceptedAt"))
                .run();
    }

    @Override
    public List<UserId> superusers(Instant now) {
        return rows
                .select("select " + user.id("u") + ", u.superuser from " + user.name()
                        + " u where u.superuser = true and (u.active = true or u.disabledUntil <= :now)"
                        + " and u.deletedAt is null order by " + user.id("u"))
                .setParameter("now", micros(now))
                .setMaxResults(SUPERUSERS)
                .getResultList()
                .stream()
                .map(row -> new UserId(Objects.requireNonNull(row[0])))
                .toList();
    }

    @Override
    public boolean anySuperuser() {
        return !rows.select("select " + user.id("u") + ", u.superuser from " + user.name()
                        + " u where u.superuser = true and u.deletedAt is null")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Optional<StoredUser> find(String condition, Object key) {
        List<@Nullable Object[]> found = rows.select(
                        condition,
                        () -> "select " + UserProjection.columns(host) + " from " + user.name() + " u"
                                + UserProjection.profiles(host) + " where " + condition
                                + UserProjection.order(host))
                .setParameter("key", key)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(UserProjection.read(found, 0));
    }

    private ConditionalUpdate update(UserId id, Instant now) {
        return present(id).set("modifiedAt", now);
    }

    private ConditionalUpdate present(UserId id) {
        return rows.update(user).whereKey(id.key()).where(isNull("deletedAt"));
    }
}
