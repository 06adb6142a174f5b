package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNullOrLess;
import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Clause;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractApiKey;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ApiKeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys in a transaction: every verb is one statement. */
record JpaApiKeyStore(Rows rows, HostModel host, HostEntity<AbstractApiKey<AbstractUser>> key) implements ApiKeyStore {

    private static final int CELLS = 10;

    private static final String COLUMNS = "k.keyId, k.profileRef, k.name, k.scopes, k.secretDigest, k.previousDigest,"
            + " k.previousUntil, k.createdAt, k.expiresAt, k.lastUsedAt";

    private static final String OPEN = " and k.endedAt is null and k.deletedAt is null";

    /** The store where the host keeps keys, else empty. */
    static Optional<ApiKeyStore> of(Rows rows, HostModel host) {
        return Optional.ofNullable(host.apiKey()).map(key -> new JpaApiKeyStore(rows, host, key));
    }

    @Override
    public void insert(UserId user, ApiKeyState state) {
        AbstractApiKey<AbstractUser> row = key.create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.issue(state);
        StoreAccess.times(row, state.times().createdAt(), state.times().createdAt());
        rows.insert(row);
    }

    @Override
    public Optional<StoredApiKey> byId(String keyId) {
        List<@Nullable Object[]> found = rows.select(
                        "API key by id",
                        () -> "select " + COLUMNS + ", " + UserProjection.columns(host) + " from " + key.name()
                                + " k join k.user u" + UserProjection.profiles(host) + " where k.keyId = :id" + OPEN
                                + " and u.deletedAt is null" + UserProjection.order(host))
                .setParameter("id", keyId)
                .getResultList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredApiKey(state(found.get(0)), UserProjection.read(found, CELLS)));
    }

    @Override
    public List<ApiKeyState> live(UserId user, Instant now) {
        return rows
                .select("select " + COLUMNS + " from " + key.name() + " k where "
                        + host.user().id("k.user") + " = :user and k.expiresAt > :now" + OPEN
                        + " order by k.createdAt desc, " + key.id("k") + " desc")
                .setParameter("user", user.key())
                .setParameter("now", micros(now))
                .getResultList()
                .stream()
                .map(JpaApiKeyStore::state)
                .toList();
    }

    @Override
    public boolean rename(UserId user, String keyId, String name, Instant now) {
        return open(now)
                .set("name", name)
                .where(owned(user, keyId), isAfter("expiresAt", now))
                .runOnOne();
    }

    @Override
    public boolean rotate(UserId user, String keyId, Rotation rotation) {
        return open(rotation.now())
                .set("secretDigest", rotation.next().digest())
                .set("previousDigest", rotation.next().previous())
                .set("previousUntil", rotation.next().previousUntil())
                .set("expiresAt", rotation.expiresAt())
                .where(owned(user, keyId), isAfter("expiresAt", rotation.now()))
                .where(is("secretDigest", rotation.seen()))
                .runOnOne();
    }

    @Override
    public boolean use(String keyId, Instant unlessSince, Instant now) {
        return open(now)
                .set("lastUsedAt", now)
                .where(is("keyId", keyId), isNullOrLess("lastUsedAt", unlessSince))
                .runOnOne();
    }

    @Override
    public boolean end(UserId user, String keyId, Instant now) {
        return open(now).set("endedAt", now).where(owned(user, keyId)).runOnOne();
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return open(now)
                .set("endedAt", now)
                .where(is(host.user().id("user"), user.key()))
                .run();
    }

    private ConditionalUpdate open(Instant now) {
        return rows.update(key).set("modifiedAt", now).where(isNull("endedAt"), isNull("deletedAt"));
    }

    private Clause owned(UserId user, String keyId) {
        return Clause.allOf(List.of(is("keyId", keyId), is(host.user().id("user"), user.key())));
    }

    private static ApiKeyState state(@Nullable Object[] row) {
        ProjectedRow cells = new ProjectedRow(row, 0);
        return new ApiKeyState(
                cells.requiredText(),
                cells.requiredText(),
                cells.requiredText(),
                ApiKeyState.scopes(cells.text()),
                new ApiKeyState.Secrets(cells.requiredText(), cells.text(), cells.instant()),
                new ApiKeyState.Times(cells.requiredInstant(), cells.requiredInstant(), cells.instant()));
    }
}
