package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.gate.WaitingSignIns;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What an event of a provider changes: the account of that issuer and subject, and the sessions that came by that
 * provider. No password, factor or other session.
 */
final class SocialEventEffects {

    private static final String APPLIED = "applied";
    private static final String KEPT = "kept";
    private static final String NOTED = "noted";
    private static final String NOBODY = "nobody";

    /** For so long after an event a proof of before it may come, with what clocks may differ by. */
    private static final Duration PROOF = SocialTransactions.TTL.plus(ProviderClock.SKEW);

    private final FlowContext context;
    private final SocialLinkFlow linkFlow;
    private final SocialLinks links;

    SocialEventEffects(FlowContext context, SocialSites sites) {
        this.context = context;
        this.linkFlow = new SocialLinkFlow(context, sites);
        this.links = new SocialLinks(context);
    }

    /** Applies it, and tells of it after the commit. @return true */
    boolean apply(AuthTx tx, SocialProvider provider, SocialEvent event, Instant now) {
        Optional<StoredSocialAccount> account = account(tx, provider, event)
                .filter(found -> tx.users().lock(found.user(), now))
                .flatMap(found -> account(tx, provider, event)); // as it is now that its user is held
        String effect = account.map(found -> changed(tx, found, event, now)).orElse(NOBODY);
        UserId user = account.map(StoredSocialAccount::user).orElse(null);
        AuthEvent told = new AuthEvent.ProviderEvent(
                now, user, provider.name(), event.type().code(), effect);
        tx.afterCommit(() -> context.events().tell(told));
        return true;
    }

    private static Optional<StoredSocialAccount> account(AuthTx tx, SocialProvider provider, SocialEvent event) {
        return Optional.ofNullable(event.subject())
                .flatMap(subject -> tx.socials().byKey(new SocialKey(provider.name(), event.issuer(), subject)))
                .filter(found -> found.identity().issuer() != null || provider.isIssuerOfImported(event.issuer()));
    }

    private String changed(AuthTx tx, StoredSocialAccount account, SocialEvent event, Instant now) {
        return switch (event.type().effect()) {
            case NONE -> NOTED;
            case END_SESSIONS -> {
                endSessions(tx, account, event, now);
                yield APPLIED;
            }
            case SUSPEND -> suspended(tx, account, event, now) ? APPLIED : NOTED;
            case RESUME -> tx.socials().resume(account.id(), event.issuedAt(), now) ? APPLIED : NOTED;
            case UNLINK -> {
                endSessions(tx, account, event, now);
                yield isNewer(account, event) ? NOTED : gone(tx, account, now);
            }
        };
    }

    /**
     * One that was over when it was told, since the provider has let the holder in again, ends what was begun before
     * it.
     */
    private boolean suspended(AuthTx tx, StoredSocialAccount account, SocialEvent event, Instant now) {
        endSessions(tx, account, event, now);
        boolean later = tx.socials().suspend(account.id(), event.issuedAt(), now);
        if (isNewer(account, event)) {
            return false;
        }
        tx.factors().browsers().endAll(account.user(), now);
        return later;
    }

    /** True when the provider has let the account's holder in, or enabled it, since: it is not gone. */
    private static boolean isNewer(StoredSocialAccount account, SocialEvent event) {
        Instant enabled = account.status().enabledAt();
        return enabled != null && enabled.isAfter(event.issuedAt());
    }

    private String gone(AuthTx tx, StoredSocialAccount account, Instant now) {
        tx.factors().browsers().endAll(account.user(), now);
        return unlinked(tx, account, now) ? APPLIED : KEPT;
    }

    private boolean unlinked(AuthTx tx, StoredSocialAccount account, Instant now) {
        Optional<StoredUser> user = tx.users().byId(account.user());
        boolean gone = user.isPresent() && linkFlow.takeAway(tx, user.get(), account, now);
        if (gone) {
            NoticeSubject owner = NoticeSubject.of(user.get().info());
            links.tellUnlinked(tx, owner, account.identity().provider(), now);
        }
        return gone;
    }

    /**
     * Those that came by the provider, sign-ins that wait for a second factor, and proofs that were not shown yet.
     * What began so long after the event that its proof was of after it stays.
     */
    private void endSessions(AuthTx tx, StoredSocialAccount account, SocialEvent event, Instant now) {
        UserId user = account.user();
        String provider = account.identity().provider();
        tx.socials().revoke(account.id(), begunBefore(event, now), now);
        Instant latest = event.issuedAt().plus(PROOF);
        WaitingSignIns.endSignIns(tx, user, AuthContext.federated(provider), latest, now);
        tx.sessions().live(user, now).stream()
                .filter(session -> provider.equals(session.context().provider()))
                .filter(session -> !session.times().createdAt().isAfter(latest.plus(WaitingSignIns.TTL)))
                .filter(session -> tx.sessions().end(session.id(), EndReason.PROVIDER_EVENT, now))
                .forEach(session -> tellEnded(tx, user, session, now));
    }

    /** To the second, as proofs are; a provider whose clock is ahead keeps out no sign-in after the event. */
    private static Instant begunBefore(SocialEvent event, Instant now) {
        Instant told = event.issuedAt();
        return (told.isAfter(now) ? now : told).truncatedTo(ChronoUnit.SECONDS);
    }

    private void tellEnded(AuthTx tx, UserId user, SessionState session, Instant now) {
        AuthEvent ended = new AuthEvent.SessionEnded(now, user, session.id(), EndReason.PROVIDER_EVENT);
        tx.afterCommit(() -> context.events().tell(ended));
    }
}
