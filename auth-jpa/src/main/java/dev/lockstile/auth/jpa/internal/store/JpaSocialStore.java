package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.MutationQuery;

/** Accounts at other sites in a transaction: every verb one statement, but {@link #insert}, which is two or more. */
record JpaSocialStore(Rows rows, HostModel host) implements SocialStore {

    private static final String KEY = "x.provider = :provider and x.providerUserId = :subject";

    /** Never null, so that its negation is the other half. */
    private static final String SUSPENDED =
            "(%1$s.suspendedAt is not null" + " and (%1$s.resumedAt is null or %1$s.resumedAt <= %1$s.suspendedAt))";

    private static final String NOT_SUSPENDED = "not " + SUSPENDED;

    @Override
    public boolean isMapped() {
        return host.social() != null;
    }

    @Override
    public Optional<StoredSocialAccount> byKey(SocialKey key) {
        return isMapped()
                ? rows
                        .select(select() + KEY
                                + " and (x.issuer = :issuer or x.issuer is null) and x.deletedAt is null")
                        .setParameter("provider", key.provider())
                        .setParameter("subject", key.subject())
                        .setParameter("issuer", key.issuer())
                        .getResultList()
                        .stream()
                        .map(row -> stored(new ProjectedRow(row, 0)))
                        .filter(account -> isToTheLetter(account.identity(), key))
                        .findFirst()
                : Optional.empty();
    }

    /** A database may take texts for equal that differ in upper and lower case. */
    private static boolean isToTheLetter(SocialIdentity identity, SocialKey key) {
        return identity.provider().equals(key.provider())
                && identity.providerUserId().equals(key.subject())
                && (identity.issuer() == null || identity.issuer().equals(key.issuer()));
    }

    @Override
    public boolean isUnlinked(UserId user, SocialKey key) {
        return isMapped() && unlinked().contains(user, key.provider(), key.subject());
    }

    @Override
    public void insert(UserId user, SocialIdentity identity, Instant now) {
        unlinked().makeRoom(user, identity.provider(), identity.providerUserId());
        rows.insert(new NewRows(rows, host).social(new NewSocial(user, identity, RowTimes.fresh(now))));
    }

    private UnlinkedAccounts unlinked() {
        return new UnlinkedAccounts(rows, host, social());
    }

    @Override
    public boolean recordLogin(SocialAccountId id, SocialIdentity said, Instant begunAt, Instant now) {
        return rows.update(social().update("x.issuer = :issuer, x.email = :email, x.emailVerified = :verified,"
                                        + " x.lastLoginAt = :now, x.modifiedAt = :now, x.resumedAt = case when"
                                        + " x.resumedAt > :begun then x.resumedAt else :begun end")
                                + social().id("x")
                                + " = :id and (x.issuer = :issuer or x.issuer is null) and x.deletedAt is null"
                                + " and (x.revokedAt is null or x.revokedAt <= :begun) and "
                                + NOT_SUSPENDED.formatted("x"))
                        .setParameter("issuer", said.issuer())
                        .setParameter("email", said.email())
                        .setParameter("verified", said.emailVerified())
                        .setParameter("begun", micros(begunAt))
                        .setParameter("now", micros(now))
                        .setParameter("id", id.key())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean completeIssuer(UserId user, SocialAccountId id, String issuer, Instant now) {
        return isMapped()
                && rows.update(social().update("x.issuer = :issuer, x.modifiedAt = :now")
                                        + social().id("x") + " = :id and " + owner()
                                        + " = :user and x.issuer is null and x.deletedAt is null")
                                .setParameter("issuer", issuer)
                                .setParameter("now", micros(now))
                                .setParameter("id", id.key())
                                .setParameter("user", user.key())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public boolean suspend(SocialAccountId id, Instant at, Instant now) {
        return note("suspendedAt", id, at, now);
    }

    @Override
    public boolean resume(SocialAccountId id, Instant at, Instant now) {
        return note("resumedAt", id, at, now);
    }

    @Override
    public boolean revoke(SocialAccountId id, Instant at, Instant now) {
        return note("revokedAt", id, at, now);
    }

    @Override
    public boolean liftSuspension(UserId user, SocialAccountId id, Instant now) {
        return isMapped()
                && rows.update(social().update("x.suspendedAt = null, x.resumedAt = :now, x.modifiedAt = :now")
                                        + social().id("x") + " = :id and " + owner()
                                        + " = :user and x.deletedAt is null and " + SUSPENDED.formatted("x"))
                                .setParameter("now", micros(now))
                                .setParameter("id", id.key())
                                .setParameter("user", user.key())
                                .executeUpdate()
                        == 1;
    }

    private boolean note(String column, SocialAccountId id, Instant at, Instant now) {
        return isMapped()
                && rows.update(social().update("x." + column + " = :at, x.modifiedAt = :now") + social().id("x")
                                        + " = :id and x.deletedAt is null and (x." + column + " is null or x."
                                        + column + " < :at)")
                                .setParameter("at", micros(at))
                                .setParameter("now", micros(now))
                                .setParameter("id", id.key())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public List<StoredSocialAccount> of(UserId user) {
        return isMapped()
                ? rows
                        .select(select() + owner() + " = :user and x.deletedAt is null order by x.createdAt, "
                                + social().id("x"))
                        .setParameter("user", user.key())
                        .getResultList()
                        .stream()
                        .map(row -> stored(new ProjectedRow(row, 0)))
                        .toList()
                : List.of();
    }

    @Override
    public boolean unlink(UserId user, SocialAccountId id, Instant now) {
        return isMapped() && unlinked(user, id, "", now).executeUpdate() == 1;
    }

    @Override
    public boolean unlinkUnlessLast(UserId user, SocialAccountId id, ServedProviders providers, Instant now) {
        return isMapped()
                && !providers.names().isEmpty()
                && unlinked(user, id, another(), now)
                                .setParameterList("providers", providers.names())
                                .setParameterList("withoutIssuer", orNone(providers.withoutIssuer()))
                                .executeUpdate()
                        == 1;
    }

    /** Not every database takes an empty list; no provider has an empty name. */
    private static Set<String> orNone(Set<String> names) {
        return names.isEmpty() ? Set.of("") : names;
    }

    private String another() {
        return " and exists (select 1 from " + social().name() + " o where "
                + host.user().id("o.user") + " = :user and " + social().id("o")
                + " <> :id and o.deletedAt is null and o.provider in (:providers)"
                + " and (o.issuer is not null or o.provider in (:withoutIssuer)) and " + NOT_SUSPENDED.formatted("o")
                + ")";
    }

    private MutationQuery unlinked(UserId user, SocialAccountId id, String condition, Instant now) {
        return rows.update(social().update("x.deletedAt = :now, x.modifiedAt = :now") + social().id("x") + " = :id and "
                        + owner() + " = :user and x.deletedAt is null" + condition)
                .setParameter("now", micros(now))
                .setParameter("id", id.key())
                .setParameter("user", user.key());
    }

    @Override
    public int removeAll(UserId user) {
        return isMapped()
                ? rows.update("delete from " + social().name() + " x where " + owner() + " = :user")
                        .setParameter("user", user.key())
                        .executeUpdate()
                : 0;
    }

    private String select() {
        return "select " + social().id("x") + ", " + owner() + ", x.createdAt, x.provider, x.issuer, x.providerUserId,"
                + " x.email, x.emailVerified, x.pictureUrl, x.lastLoginAt,"
                + " case when " + NOT_SUSPENDED.formatted("x")
                + " then false else true end, x.resumedAt, x.revokedAt from "
                + social().name() + " x where ";
    }

    private static StoredSocialAccount stored(ProjectedRow cells) {
        SocialAccountId id = new SocialAccountId(cells.required(Object.class));
        UserId user = new UserId(cells.required(Object.class));
        Instant linkedAt = cells.requiredInstant();
        SocialIdentity identity = new SocialIdentity(
                cells.requiredText(),
                cells.text(),
                cells.requiredText(),
                cells.text(),
                cells.flag(),
                cells.text(),
                cells.instant());
        return new StoredSocialAccount(id, user, identity, linkedAt, status(cells));
    }

    private static StoredSocialAccount.Status status(ProjectedRow cells) {
        return new StoredSocialAccount.Status(cells.flag(), cells.instant(), cells.instant());
    }

    private String owner() {
        return host.user().id("x.user");
    }

    private HostEntity<AbstractSocialAccount<AbstractUser>> social() {
        HostEntity<AbstractSocialAccount<AbstractUser>> social = host.social();
        if (social == null) {
            throw new IllegalStateException(
                    "the host keeps no social accounts: no entity extends AbstractSocialAccount");
        }
        return social;
    }
}
