package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FactorEnds;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialKey;
import dev.lockstile.auth.store.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event of a provider changes: the account of that issuer and subject, and the sessions that came by that
 * provider. Nobody's password, factors or other sessions.
 */
final class SocialEventEffects {

    private static final String APPLIED = "applied";
    private static final String KEPT = "kept";
    private static final String NOTED = "noted";
    private static final String NOBODY = "nobody";

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
                .filter(found -> tx.users().hold(found.user(), now))
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
                endSessions(tx, account, now);
                tx.factors().challenges().endAll(account.user(), now);
                yield APPLIED;
            }
            case SUSPEND -> {
                boolean suspended = tx.socials().suspend(account.id(), event.issuedAt(), now);
                endSessions(tx, account, now);
                FactorEnds.forgetBrowsers(tx, account.user(), now);
                yield suspended ? APPLIED : NOTED;
            }
            case RESUME -> tx.socials().resume(account.id(), event.issuedAt(), now) ? APPLIED : NOTED;
            case UNLINK -> {
                endSessions(tx, account, now);
                FactorEnds.forgetBrowsers(tx, account.user(), now);
                yield unlinked(tx, account, now) ? APPLIED : KEPT;
            }
        };
    }

    private boolean unlinked(AuthTx tx, StoredSocialAccount account, Instant now) {
        Optional<StoredUser> user = tx.users().byId(account.user());
        boolean gone = user.isPresent() && linkFlow.takeAway(tx, user.get(), account, now);
        if (gone) {
            links.tellUnlinked(tx, user.get().info(), account.identity().provider(), now);
        }
        return gone;
    }

    /** Those that came by the provider. */
    private void endSessions(AuthTx tx, StoredSocialAccount account, Instant now) {
        UserId user = account.user();
        String provider = account.identity().provider();
        tx.sessions().live(user, now).stream()
                .filter(session -> provider.equals(session.context().provider()))
                .filter(session -> tx.sessions().end(session.id(), EndReason.PROVIDER_EVENT, now))
                .forEach(session -> tellEnded(tx, user, session, now));
    }

    private void tellEnded(AuthTx tx, UserId user, SessionState session, Instant now) {
        AuthEvent ended = new AuthEvent.SessionEnded(now, user, session.id(), EndReason.PROVIDER_EVENT);
        tx.afterCommit(() -> context.events().tell(ended));
    }
}
