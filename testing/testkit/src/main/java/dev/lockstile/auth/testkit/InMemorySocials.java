package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts at other sites in a transaction. */
record InMemorySocials(TableViews views) implements SocialStore {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public Optional<StoredSocialAccount> byKey(SocialKey key) {
        return keys(key)
                .filter(row -> !socials(row).isDeleted() && socials(row).fits(key.issuer()))
                .map(row -> socials(row).stored(row));
    }

    @Override
    public boolean isUnlinked(UserId user, SocialKey key) {
        return unlinked(user, key.provider(), key.subject())
                .anyMatch(row -> socials(row).user().equals(user));
    }

    @Override
    public void insert(UserId user, SocialIdentity identity, Instant now) {
        for (Long key :
                unlinked(user, identity.provider(), identity.providerUserId()).toList()) {
            if (socials(key).user().equals(user)) {
                views.socials.delete(key);
            } else {
                views.socials.update(key, any -> true, SocialRow::movedAside);
            }
        }
        views.socials.insert(key -> new SocialRow(user, identity, RowTimes.fresh(now)));
    }

    /** Under the key of the account, and under the user's own once another user has linked it. */
    private Stream<Long> unlinked(UserId user, String provider, String subject) {
        return Stream.of(SocialRow.uniqueKey(provider, subject), SocialRow.asideKey(user, provider, subject))
                .flatMap(key -> views.socials.keys(Tables.SOCIAL_ID, key).stream())
                .filter(key -> socials(key).isDeleted());
    }

    @Override
    public boolean recordLogin(SocialAccountId id, SocialIdentity said, Instant begunAt, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted() && row.status().admits(begunAt) && row.fits(String.valueOf(said.issuer())),
                row -> row.said(said, begunAt, now));
    }

    @Override
    public boolean completeIssuer(UserId user, SocialAccountId id, String issuer, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted()
                        && row.user().equals(user)
                        && row.identity().issuer() == null,
                row -> row.ofIssuer(issuer, now));
    }

    @Override
    public boolean suspend(SocialAccountId id, Instant at, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted()
                        && SocialRow.Status.isBefore(row.status().suspendedAt(), at),
                row -> row.with(row.status().suspended(at), now));
    }

    @Override
    public boolean resume(SocialAccountId id, Instant at, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted()
                        && SocialRow.Status.isBefore(row.status().resumedAt(), at),
                row -> row.with(row.status().resumed(at), now));
    }

    @Override
    public boolean revoke(SocialAccountId id, Instant at, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted()
                        && SocialRow.Status.isBefore(row.status().revokedAt(), at),
                row -> row.with(row.status().revoked(at), now));
    }

    @Override
    public boolean liftSuspension(UserId user, SocialAccountId id, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted()
                        && row.user().equals(user)
                        && row.status().isSuspended(),
                row -> row.with(new SocialRow.Status(null, now, row.status().revokedAt()), now));
    }

    @Override
    public List<StoredSocialAccount> of(UserId user) {
        return views.socials.keys(Tables.SOCIAL_USER, user).stream()
                .filter(key -> !socials(key).isDeleted())
                .map(key -> socials(key).stored(key))
                .toList();
    }

    @Override
    public boolean unlink(UserId user, SocialAccountId id, Instant now) {
        return unlink(user, id, any -> true, now);
    }

    @Override
    public boolean unlinkUnlessLast(UserId user, SocialAccountId id, ServedProviders providers, Instant now) {
        return unlink(
                user,
                id,
                any -> of(user).stream().anyMatch(other -> !other.id().equals(id) && providers.letIn(other)),
                now);
    }

    @Override
    public int removeAll(UserId user) {
        List<Long> keys = views.socials.keys(Tables.SOCIAL_USER, user);
        keys.forEach(views.socials::delete);
        return keys.size();
    }

    private boolean unlink(UserId user, SocialAccountId id, Predicate<SocialRow> condition, Instant now) {
        return views.socials.update(
                key(id),
                row -> !row.isDeleted() && row.user().equals(user) && condition.test(row),
                row -> row.unlinkedAt(now));
    }

    private Optional<Long> keys(SocialKey key) {
        return views.socials.keys(Tables.SOCIAL_ID, SocialRow.uniqueKey(key.provider(), key.subject())).stream()
                .findFirst();
    }

    private SocialRow socials(Long key) {
        SocialRow row = views.socials.get(key);
        if (row == null) {
            throw new IllegalStateException("the index names a row that is not there");
        }
        return row;
    }

    private static @Nullable Long key(SocialAccountId id) {
        return id.key() instanceof Long number ? number : null;
    }
}
