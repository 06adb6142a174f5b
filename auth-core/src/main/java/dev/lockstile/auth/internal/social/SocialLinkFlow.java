package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FactorChangeLimit;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.gate.LostRaceException;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.social.SocialVerification.Vouched;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links accounts at other sites to the caller's, and takes links away. Refused: a session that is over; without a
 * recent proof, which is one of the second factor where there is one; an account with nothing proven, since the person
 * who proves the address later has to find it free of a stranger's links; another person's account; and taking the last
 * way in away.
 */
final class SocialLinkFlow {

    private final FlowContext context;
    private final SocialSites sites;
    private final SocialLinks links;
    private final FactorChangeLimit limit;

    SocialLinkFlow(FlowContext context, SocialSites sites) {
        this.context = context;
        this.sites = sites;
        this.links = new SocialLinks(context);
        this.limit = new FactorChangeLimit(context);
    }

    /** The caller's session, where the caller may change the account's links now. */
    StoredSession requireRecent(AuthTx tx, Caller caller, Instant now) {
        return recent(CallerSession.live(tx, caller, now), caller, now);
    }

    /** Takes a permit for a link, before a provider is asked. Without a recent proof none is taken. */
    void admit(Caller caller, Instant now) {
        context.store().read(tx -> requireRecent(tx, caller, now));
        Optional<Instant> retryAt = limit.retryAt(caller, now);
        if (retryAt.isPresent()) {
            throw SocialRefusedException.throttled(retryAt.get());
        }
    }

    private StoredSession held(AuthTx tx, Caller caller, Instant now) {
        return recent(CallerSession.held(tx, caller, now), caller, now);
    }

    private StoredSession recent(Optional<StoredSession> found, Caller caller, Instant now) {
        StoredSession session = required(found);
        if (!context.isRecent(caller, session.user(), now)) {
            throw SocialRefusedException.of(Refusal.STEP_UP_REQUIRED);
        }
        return session;
    }

    private static StoredSession required(Optional<StoredSession> session) {
        return session.orElseThrow(() -> SocialRefusedException.of(Refusal.SESSION_ENDED));
    }

    SocialLogin.Link link(Caller caller, Vouched vouched, Instant now) {
        try {
            return context.store().alone(tx -> write(tx, caller, vouched, now));
        } catch (KeyTakenException e) {
            throw SocialRefusedException.of(Refusal.SOCIAL_ALREADY_LINKED);
        } catch (LostRaceException e) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "used", caller.user());
        }
    }

    private SocialLogin.Link write(AuthTx tx, Caller caller, Vouched vouched, Instant now) {
        StoredSession session = held(tx, caller, now);
        StoredUser user = session.user();
        if (!user.info().identifiers().anyVerified()) {
            throw SocialRefusedException.of(Refusal.NO_PROVEN_ADDRESS);
        }
        Optional<StoredSocialAccount> there =
                tx.socials().byKey(vouched.person().key());
        if (there.isPresent() && !there.get().user().equals(caller.user())) {
            throw SocialRefusedException.of(Refusal.SOCIAL_ALREADY_LINKED);
        }
        if (!vouched.ticket().spend(tx, now)) {
            throw new LostRaceException();
        }
        String provider = vouched.provider().name();
        if (there.isPresent()) {
            complete(tx, there.get(), vouched, now);
            enable(tx, session, there.get(), vouched, now);
            return new SocialLogin.Link(provider, there.get().id().toString(), false);
        }
        StoredSocialAccount added = links.add(tx, user, vouched.person(), now);
        tx.socials().resume(added.id(), vouched.begunAt(), now);
        links.tell(tx, NoticeSubject.of(session), provider, now);
        return new SocialLogin.Link(provider, added.id().toString(), true);
    }

    /** An imported account has no issuer; its owner has just shown which one it is of. */
    private static void complete(AuthTx tx, StoredSocialAccount account, Vouched vouched, Instant now) {
        String issuer = vouched.person().key().issuer();
        boolean known = account.identity().issuer() != null
                || tx.socials().completeIssuer(account.user(), account.id(), issuer, now);
        if (!known) {
            throw new LostRaceException();
        }
    }

    /**
     * Ends a suspension that is older than the proof: the provider lets the person in, and the owner, who has just
     * proven who they are in another way, wants the account to sign them in.
     */
    private void enable(AuthTx tx, StoredSession session, StoredSocialAccount account, Vouched vouched, Instant now) {
        boolean newer = tx.socials().resume(account.id(), vouched.begunAt(), now);
        if (newer && account.suspended() && !isSuspended(tx, vouched)) {
            String provider = vouched.provider().name();
            AuthEvent.FactorsChanged event =
                    new AuthEvent.FactorsChanged(now, account.user(), "social resumed: " + provider);
            links.tellResumed(tx, NoticeSubject.of(session), provider, event);
        }
    }

    private static boolean isSuspended(AuthTx tx, Vouched vouched) {
        return tx.socials()
                .byKey(vouched.person().key())
                .filter(StoredSocialAccount::suspended)
                .isPresent();
    }

    boolean unlink(Caller caller, String provider, @Nullable String accountId, Instant now) {
        sites.settings();
        return context.store().alone(tx -> {
            StoredSession session = held(tx, caller, now);
            StoredSocialAccount account = chosen(tx.socials().of(caller.user()), provider, accountId);
            if (!takeAway(tx, session.user(), account, now)) {
                throw SocialRefusedException.of(Refusal.LAST_SIGN_IN_METHOD);
            }
            UserId id = caller.user();
            context.sessionEnds()
                    .endAll(tx, new SessionRevocation.User(id, now), EndReason.FACTORS_CHANGED, caller.session());
            FactorRevocation.forgetBrowsers(context, tx, id, now);
            links.tellUnlinked(tx, NoticeSubject.of(session), provider, now);
            return true;
        });
    }

    private static StoredSocialAccount chosen(
            List<StoredSocialAccount> all, String provider, @Nullable String accountId) {
        List<StoredSocialAccount> meant = all.stream()
                .filter(account -> account.identity().provider().equals(provider))
                .filter(account -> accountId == null || account.id().toString().equals(accountId))
                .toList();
        if (meant.isEmpty()) {
            throw SocialRefusedException.of(Refusal.SOCIAL_NOT_FOUND);
        }
        if (meant.size() > 1) {
            throw SocialRefusedException.of(Refusal.ACCOUNT_ID_REQUIRED);
        }
        return meant.get(0);
    }

    /** Takes a link away unless it is the last way in; the user is held. */
    boolean takeAway(AuthTx tx, StoredUser user, StoredSocialAccount account, Instant now) {
        UserId id = user.info().id();
        return context.settings().waysIn().isOpenWithout(SocialLogin.FEATURE.name(), tx, user)
                ? tx.socials().unlink(id, account.id(), now)
                : tx.socials().unlinkUnlessLast(id, account.id(), sites.served(), now);
    }

    List<LinkedAccount> accounts(Caller caller, Instant now) {
        sites.settings();
        return context
                .store()
                .read(tx -> {
                    required(CallerSession.live(tx, caller, now));
                    return tx.socials().of(caller.user());
                })
                .stream()
                .map(SocialLinkFlow::shown)
                .toList();
    }

    static LinkedAccount shown(StoredSocialAccount account) {
        return new LinkedAccount(
                account.id().toString(),
                account.identity().provider(),
                account.identity().email(),
                account.identity().emailVerified(),
                account.linkedAt(),
                account.identity().lastLoginAt());
    }
}
