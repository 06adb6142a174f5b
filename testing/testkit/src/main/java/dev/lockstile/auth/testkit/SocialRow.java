package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table of accounts at other sites. */
record SocialRow(UserId user, SocialIdentity identity, RowTimes times, boolean aside, Status status) {

    SocialRow(UserId user, SocialIdentity identity, RowTimes times) {
        this(user, identity, times, false, Status.NONE);
    }

    /** What the provider said last of the account there. */
    record Status(
            @Nullable Instant suspendedAt,
            @Nullable Instant resumedAt,
            @Nullable Instant revokedAt) {

        private static final Status NONE = new Status(null, null, null);

        Status suspended(Instant at) {
            return new Status(at, resumedAt, revokedAt);
        }

        Status resumed(Instant at) {
            return new Status(suspendedAt, at, revokedAt);
        }

        Status revoked(Instant at) {
            return new Status(suspendedAt, resumedAt, at);
        }

        boolean admits(Instant begunAt) {
            return !isSuspended() && (revokedAt == null || !revokedAt.isAfter(begunAt));
        }

        static boolean isBefore(@Nullable Instant known, Instant at) {
            return known == null || known.isBefore(at);
        }

        boolean isSuspended() {
            return suspendedAt != null && (resumedAt == null || !resumedAt.isAfter(suspendedAt));
        }
    }

    /** Null once its user is deleted: then the account at the other site may be linked to another user. */
    @Nullable
    List<String> uniqueKey() {
        if (isDeleted() && times.deletedByCascade()) {
            return null;
        }
        return aside
                ? asideKey(user, identity.provider(), identity.providerUserId())
                : uniqueKey(identity.provider(), identity.providerUserId());
    }

    /** The key of a row that its user has unlinked and another user has linked since. */
    static List<String> asideKey(UserId user, String provider, String subject) {
        return List.of("-", user.key().toString(), provider, subject);
    }

    SocialRow ownedBy(UserId next, Instant at) {
        return new SocialRow(next, identity, new RowTimes(times.createdAt(), at, null, false), aside, status);
    }

    SocialRow movedAside() {
        return new SocialRow(user, identity, times, true, status);
    }

    static List<String> uniqueKey(String provider, String subject) {
        return List.of(provider, subject);
    }

    boolean isOf(SocialIdentity other) {
        return identity.provider().equals(other.provider())
                && identity.providerUserId().equals(other.providerUserId());
    }

    boolean fits(String issuer) {
        return identity.issuer() == null || issuer.equals(identity.issuer());
    }

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    StoredSocialAccount stored(Long key) {
        return new StoredSocialAccount(
                new SocialAccountId(key),
                user,
                identity,
                times.createdAt(),
                new StoredSocialAccount.Status(status.isSuspended(), status.resumedAt(), status.revokedAt()));
    }

    SocialRow said(SocialIdentity now, Instant begunAt, Instant at) {
        SocialIdentity next = new SocialIdentity(
                identity.provider(),
                now.issuer(),
                identity.providerUserId(),
                now.email(),
                now.emailVerified(),
                identity.pictureUrl(),
                at);
        Status then = Status.isBefore(status.resumedAt(), begunAt) ? status.resumed(begunAt) : status;
        return new SocialRow(user, next, new RowTimes(times.createdAt(), at, null, false), aside, then);
    }

    SocialRow with(Status next, Instant now) {
        return new SocialRow(user, identity, new RowTimes(times.createdAt(), now, null, false), aside, next);
    }

    SocialRow ofIssuer(String issuer, Instant at) {
        SocialIdentity next = new SocialIdentity(
                identity.provider(),
                issuer,
                identity.providerUserId(),
                identity.email(),
                identity.emailVerified(),
                identity.pictureUrl(),
                identity.lastLoginAt());
        return new SocialRow(user, next, new RowTimes(times.createdAt(), at, null, false), aside, status);
    }

    SocialRow unlinkedAt(Instant at) {
        return new SocialRow(user, identity, new RowTimes(times.createdAt(), at, at, false), aside, status);
    }

    SocialRow deletedAt(Instant at) {
        return new SocialRow(user, identity, new RowTimes(times.createdAt(), at, at, true), aside, status);
    }
}
