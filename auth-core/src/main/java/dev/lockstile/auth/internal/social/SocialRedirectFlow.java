package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Caller;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends a browser to a provider and takes it back. State, nonce and verifier are of this transaction alone; the browser
 * holds 256 random bits, without which its state is worth nothing (RFC 9700 4.7). Refused: a state that is unknown,
 * used, too late, of another provider or of another browser, which uses nothing up. An outage of the provider gives the
 * state back, so that the same callback may be repeated.
 */
final class SocialRedirectFlow {

    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(SocialRedirectFlow.class));

    private final FlowContext context;
    private final SocialSites sites;
    private final SocialTransactions transactions;
    private final SocialLinkFlow links;

    SocialRedirectFlow(FlowContext context, SocialSites sites, SocialTransactions transactions, SocialLinkFlow links) {
        this.context = context;
        this.sites = sites;
        this.transactions = transactions;
        this.links = links;
    }

    SocialLogin.Started start(SocialLogin.Start start, Instant now) {
        SocialProvider provider = sites.provider(start.provider());
        String returnTo = sites.returnAddress(start.returnTo());
        Caller caller = start.caller();
        if (caller != null) {
            context.store().read(tx -> links.requireRecent(tx, caller, now));
        }
        Secret state = transactions.fresh();
        Secret browser = transactions.fresh();
        URI there = authorizationUri(provider, state, browser, start.reauthenticate());
        Instant until = now.plus(SocialTransactions.TTL);
        context.store().alone(tx -> {
            transactions.insert(
                    tx,
                    new SocialTransactions.Row(
                            state,
                            AuthChallenge.Kind.SOCIAL_REDIRECT,
                            SocialTransactions.of(caller, binding(provider, browser)),
                            returnTo,
                            until),
                    now);
            return true;
        });
        return new SocialLogin.Started(there, browser, until);
    }

    private URI authorizationUri(SocialProvider provider, Secret state, Secret browser, boolean reauthenticate) {
        String challenge = Digests.sha256(transactions.verifier(state, browser).utf8());
        try {
            return provider.authorizationUri(new AuthorizationRequest(
                    provider.redirectUri(), state.reveal(), transactions.nonce(state), challenge, reauthenticate));
        } catch (SocialUnavailableException e) {
            throw SocialRefusedException.of(Refusal.UNAVAILABLE);
        }
    }

    private String binding(SocialProvider provider, Secret browser) {
        return transactions.binding(provider.name(), SocialTransactions.digest(browser));
    }

    Back callback(SocialCallback callback, Instant now) {
        SocialProvider provider = sites.provider(callback.provider());
        Secret browser = callback.browser();
        Secret state = callback.answer().state();
        if (browser == null || state == null) {
            throw SocialRefusedException.of(Refusal.INVALID_STATE);
        }
        AuthChallenge row = use(provider, state, browser, now);
        String returnTo = transactions.payload(row).orElseThrow(() -> SocialRefusedException.of(Refusal.INVALID_STATE));
        try {
            SocialPerson said = SocialVerification.ask(provider, proof(provider, callback.answer(), state, browser));
            String person = SocialVerification.person(provider, said, now).text();
            Instant until = SocialVerification.begunAt(row, said).plus(SocialTransactions.TTL);
            return kept(
                    new SocialTransactions.Row(browser, AuthChallenge.Kind.SOCIAL_PROOF, row.binding(), person, until),
                    returnTo,
                    now);
        } catch (SocialRefusedException e) {
            if (e.why() == Refusal.UNAVAILABLE) {
                giveBack(row, now);
            }
            return failed(returnTo, e.why().code());
        } catch (AccessDeniedException e) {
            return failed(returnTo, "access_denied");
        }
    }

    private AuthChallenge use(SocialProvider provider, Secret state, Secret browser, Instant now) {
        String binding = binding(provider, browser);
        return context.store()
                .alone(tx -> transactions
                        .find(tx, state, AuthChallenge.Kind.SOCIAL_REDIRECT, now)
                        .filter(row -> ConstantTime.equal(
                                binding, String.valueOf(row.binding().digest())))
                        .filter(row -> tx.factors().challenges().spendAttempt(row.digest(), now)))
                .orElseThrow(() -> SocialRefusedException.of(Refusal.INVALID_STATE));
    }

    /** A provider that is down does not lift the limits: each repeated callback asks it again. */
    private void giveBack(AuthChallenge row, Instant now) {
        context.limiters().permits().keep();
        context.store().single(tx -> tx.factors().challenges().returnAttempt(row.digest(), now));
    }

    private SocialProof proof(SocialProvider provider, SocialCallback.Answer answer, Secret state, Secret browser)
            throws AccessDeniedException {
        if (!isFrom(provider, answer.issuer())) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "another issuer's callback", null);
        }
        Secret code = answer.code();
        if (answer.error() != null) {
            throw new AccessDeniedException();
        }
        if (code == null) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "no code", null);
        }
        return new SocialProof.Code(
                code,
                provider.redirectUri(),
                transactions.verifier(state, browser),
                null,
                transactions.nonce(state),
                answer.issuer());
    }

    private static boolean isFrom(SocialProvider provider, @Nullable String issuer) {
        try {
            return provider.isCallbackFrom(issuer);
        } catch (SocialUnavailableException e) {
            throw SocialRefusedException.of(Refusal.UNAVAILABLE);
        }
    }

    /**
     * The person waits for this browser to finish; a link waits for the session that began it. In an outage the browser
     * is sent back to begin again: its code is redeemed, and the provider refuses it a second time.
     */
    private Back kept(SocialTransactions.Row row, String returnTo, Instant now) {
        try {
            context.store().alone(tx -> {
                transactions.insert(tx, row, now);
                return true;
            });
            return new Back(address(returnTo, "social=done"), null);
        } catch (StoreUnavailableException e) {
            OUTAGES.warn("a sign-in with another site was not kept", e);
            return failed(returnTo, Refusal.UNAVAILABLE.code());
        }
    }

    private static Back failed(String returnTo, String error) {
        return new Back(address(returnTo, "social_error=" + error), error);
    }

    private static URI address(String returnTo, String said) {
        return URI.create(returnTo + (returnTo.indexOf('?') < 0 ? "?" : "&") + said);
    }

    /**
     * Where a browser goes now.
     *
     * @param error what it is told there; null when it has only to finish
     */
    record Back(URI address, @Nullable String error) {}

    /** The person, or the site, said no. */
    private static final class AccessDeniedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
