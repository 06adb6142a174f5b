package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.Filled;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in a transaction. Every verb but {@link #softDelete} and {@link #replaceSettings} is one statement. */
final class JpaUserStore implements UserStore {

    private static final String MAY_ACT = " and x.active = true";

    private final Rows rows;
    private final HostModel host;
    private final HostEntity<AbstractUser> user;

    JpaUserStore(Rows rows, HostModel host) {
        this.rows = rows;
        this.host = host;
        this.user = host.user();
    }

    @Override
    public Optional<StoredUser> byKey(IdentifierKind kind, String key) {
        return find("u." + keyOf(kind) + " = :key", key);
    }

    @Override
    public Optional<StoredUser> byId(UserId id) {
        return find(user.id("u") + " = :key", id.key());
    }

    @Override
    public UserId insert(NewUser wanted) {
        return new UserId(rows.insert(row(wanted)));
    }

    @Override
    public List<UserId> insertAll(List<NewUser> users) {
        return rows.insertAll(users.stream().map(this::row).toList()).stream()
                .map(UserId::new)
                .toList();
    }

    @Override
    public boolean takesKeys() {
        return new UserKeys(rows, host).areTaken();
    }

    @Override
    public void insertAllAs(List<UserId> keys, List<NewUser> users) {
        new UserKeys(rows, host).insert(keys, users.stream().map(this::row).toList());
    }

    @Override
    public void passKeys(@Nullable UserId highest) {
        new UserKeys(rows, host).pass(highest);
    }

    @Override
    public boolean makesKeysInUse() {
        return new UserKeys(rows, host).areMadeTwice();
    }

    @Override
    public Optional<Filled> complete(UserId id, List<Claim> claims, @Nullable Secret passwordHash) {
        return new Filling(rows, host).user(id, claims, passwordHash);
    }

    private AbstractUser row(NewUser wanted) {
        return NewUserRow.fill(user.create(), wanted);
    }

    @Override
    public boolean claim(UserId id, Identifier identifier, Instant verifiedAt) {
        String proof = switch (identifier.kind()) {
            case EMAIL -> "x.email = :value, x.emailVerifiedAt = :now, x.emailKey = :key";
            case PHONE -> "x.phone = :value, x.phoneVerifiedAt = :now, x.phoneKey = :key";
            case USERNAME -> "x.username = :value, x.usernameKey = :key";
        };
        return one(update(id, verifiedAt, proof, "")
                .setParameter("value", identifier.value())
                .setParameter("key", identifier.key()));
    }

    /** Not a change that anybody here has made: the time of change stays. */
    @Override
    public boolean disown(UserId id, IdentifierKind kind, String key, @Nullable String value) {
        String name = nameOf(kind);
        String proof = kind == IdentifierKind.USERNAME ? "" : ", x." + name + "VerifiedAt = null";
        String asSeen = " and x." + keyOf(kind) + " = :key and x." + name + (value == null ? " is null" : " = :value");
        Change update = rows.change(user.update("x." + keyOf(kind) + " = null" + proof) + user.id("x")
                        + " = :id and x.deletedAt is null" + asSeen)
                .setParameter("id", id.key())
                .setParameter("key", key);
        return one(value == null ? update : update.setParameter("value", value));
    }

    @Override
    public void releaseUnproven(UserId id, Instant now) {
        String release = "x.emailKey = case when x.emailVerifiedAt is null then null else x.emailKey end,"
                + " x.phoneKey = case when x.phoneVerifiedAt is null then null else x.phoneKey end, x.admittedAt = null";
        one(update(id, now, release, ""));
    }

    @Override
    public boolean recordLogin(UserId id, Instant now) {
        return one(update(id, now, "x.lastLoginAt = :now", MAY_ACT));
    }

    @Override
    public boolean recordPasswordLogin(UserId id, Secret seen, Instant now) {
        return one(update(id, now, "x.lastLoginAt = :now", MAY_ACT + " and x.passwordHash = :seen")
                .setParameter("seen", seen.reveal()));
    }

    @Override
    public boolean upgradePassword(UserId id, Secret seen, Secret better) {
        String update = user.update("x.passwordHash = :better") + user.id("x")
                + " = :id and x.deletedAt is null and x.passwordHash = :seen";
        return one(rows.change(update)
                .setParameter("id", id.key())
                .setParameter("better", better.reveal())
                .setParameter("seen", seen.reveal()));
    }

    @Override
    public boolean changePassword(UserId id, Secret hash, @Nullable Instant changedAt, Instant now) {
        String change = "x.passwordHash = :hash, x.passwordChangedAt = :now";
        return one(unchanged(id, now, change, "", changedAt).setParameter("hash", hash.reveal()));
    }

    @Override
    public boolean resetPassword(UserId id, @Nullable Secret hash, Instant now) {
        return one(update(id, now, "x.passwordHash = :hash, x.passwordChangedAt = :now", "")
                .setParameter("hash", hash == null ? null : hash.reveal()));
    }

    @Override
    public boolean dropUnprovenPassword(UserId id, Secret seen, Instant now) {
        String asSeen = " and x.passwordHash = :seen and x.emailVerifiedAt is null and x.phoneVerifiedAt is null";
        return one(update(id, now, "x.passwordHash = null, x.passwordChangedAt = :now", asSeen)
                .setParameter("seen", seen.reveal()));
    }

    @Override
    public boolean eraseUnproven(UserId id, Instant now) {
        String erase = "x.passwordHash = null, x.passwordChangedAt = :now, x.termsAcceptedAt = null,"
                + " x.email = case when x.emailVerifiedAt is null then null else x.email end,"
                + " x.emailKey = case when x.emailVerifiedAt is null then null else x.emailKey end,"
                + " x.phone = case when x.phoneVerifiedAt is null then null else x.phone end,"
                + " x.phoneKey = case when x.phoneVerifiedAt is null then null else x.phoneKey end,"
                + " x.username = case when x.usernameKey is null then null else x.username end";
        return one(update(id, now, erase, ""));
    }

    /** A former system may have written the same object in another way, so the text to be replaced is the column's. */
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
        return one(update(id, now, "x.settings = :next", " and x.settings = :seen")
                .setParameter("next", next.text())
                .setParameter("seen", text));
    }

    @Override
    public boolean setActive(UserId id, boolean active, Instant now) {
        return one(update(id, now, "x.active = :active", "").setParameter("active", active));
    }

    @Override
    public boolean softDelete(UserId id, Instant now) {
        String mark = "x.deletedAt = :now, x.deletedByCascade = false,"
                + " x.emailKey = null, x.phoneKey = null, x.usernameKey = null";
        boolean deleted = one(update(id, now, mark, ""));
        if (deleted) {
            new Cascade(rows, host).delete(id, now);
        }
        return deleted;
    }

    @Override
    public Optional<StoredUser> deleted(UserId id) {
        return new Restoring(rows, host).deleted(id);
    }

    @Override
    public boolean restore(UserId id, List<Identifier> owned, Instant now) {
        return new Restoring(rows, host).restore(id, owned, now);
    }

    @Override
    public boolean hold(UserId id, Instant now) {
        return one(update(id, now, "x.active = x.active", ""));
    }

    @Override
    public void acceptTerms(UserId id, Instant now) {
        one(update(id, now, "x.termsAcceptedAt = :now", " and x.termsAcceptedAt is null"));
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
        List<@Nullable Object[]> found = rows.select("select " + UserCells.columns(host) + " from " + user.name() + " u"
                        + UserCells.profiles(host) + " where " + condition + " and u.deletedAt is null"
                        + UserCells.order(host))
                .setParameter("key", key)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(UserCells.read(found, 0));
    }

    private Change update(UserId id, Instant now, String assignments, String condition) {
        return rows.change(user.update("x.modifiedAt = :now, " + assignments) + user.id("x")
                        + " = :id and x.deletedAt is null" + condition)
                .setParameter("now", micros(now))
                .setParameter("id", id.key());
    }

    /** Only if the password is still the one of that time. */
    private Change unchanged(
            UserId id, Instant now, String assignments, String condition, @Nullable Instant changedAt) {
        String seen = " and x.passwordChangedAt" + (changedAt == null ? " is null" : " = :seenAt");
        Change update = update(id, now, assignments, condition + seen);
        return changedAt == null ? update : update.setParameter("seenAt", micros(changedAt));
    }

    private static boolean one(Change update) {
        return update.executeUpdate() == 1;
    }

    private static String keyOf(IdentifierKind kind) {
        return nameOf(kind) + "Key";
    }

    private static String nameOf(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case USERNAME -> "username";
        };
    }
}
