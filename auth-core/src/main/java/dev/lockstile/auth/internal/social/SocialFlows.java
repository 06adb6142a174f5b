package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.crypto.ColumnCipher;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.social.SocialVerification.Vouched;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The flows behind sign-in with other sites. */
public final class SocialFlows implements SocialLogin {

    private static final String BY_BROWSER = "social";

    private final FlowContext context;
    private final SocialSites sites;
    private final SocialTransactions transactions;
    private final SocialVerification verification;
    private final SocialSignInFlow signIn;
    private final SocialPrecheckFlow precheck;
    private final SocialLinkFlow links;
    private final SocialRedirectFlow redirect;
    private final OperationEvents operations;

    /** @param settings null where the host serves none */
    public SocialFlows(
            FlowContext context, @Nullable SocialSettings settings, ColumnCipher cipher, SessionOpener opener) {
        this.context = context;
        this.sites = new SocialSites(context, settings);
        this.transactions = new SocialTransactions(context, cipher);
        this.verification = new SocialVerification(context, sites, transactions);
        this.signIn = new SocialSignInFlow(context, sites, verification, opener);
        this.precheck = new SocialPrecheckFlow(context, sites, verification, opener);
        this.links = new SocialLinkFlow(context, sites);
        this.redirect = new SocialRedirectFlow(context, sites, transactions, links);
        this.operations = new OperationEvents(context);
    }

    @Override
    public List<String> providers() {
        return sites.names();
    }

    @Override
    public boolean opensAccounts() {
        return sites.opensAccounts();
    }

    @Override
    public Outcome<SocialLogin.Nonce> nonce(String provider, @Nullable Caller caller, @Nullable String address) {
        return watched(Operation.SOCIAL_REQUEST, now -> {
            String name = sites.admit(provider, address, now).name();
            Secret id = transactions.fresh();
            Instant until = now.plus(SocialTransactions.TTL);
            context.store().alone(tx -> {
                transactions.insert(
                        tx,
                        new SocialTransactions.Row(
                                id,
                                AuthChallenge.Kind.SOCIAL_NONCE,
                                SocialTransactions.of(caller, transactions.binding(name, "")),
                                null,
                                until),
                        now);
                return true;
            });
            return new SocialLogin.Nonce(id, transactions.nonce(id), until);
        });
    }

    @Override
    public Outcome<SignIn> signIn(SocialLogin.Attempt attempt) {
        return enter(attempt.client(), sites.known(attempt.claim().provider()), now -> {
            sites.admit(attempt.claim().provider(), attempt.client().address(), now);
            return signIn.run(attempt.claim(), visit(attempt.client(), attempt.termsAccepted(), now));
        });
    }

    @Override
    public Outcome<SignIn> finish(Secret browser, ClientInfo client, boolean termsAccepted) {
        return enter(client, BY_BROWSER, now -> {
            sites.settings();
            sites.limit(client.address(), now);
            return signIn.enter(back(browser, null, now), visit(client, termsAccepted, now));
        });
    }

    private static SocialSignInFlow.Visit visit(ClientInfo client, boolean termsAccepted, Instant now) {
        return new SocialSignInFlow.Visit(client, termsAccepted, now);
    }

    private Vouched back(Secret browser, @Nullable Caller caller, Instant now) {
        return verification
                .waiting(browser, caller, now)
                .orElseThrow(() -> SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "nothing to finish", null));
    }

    private Outcome<SignIn> enter(ClientInfo client, String method, Function<Instant, Outcome<SignIn>> flow) {
        return operations.over(
                Operation.SIGN_IN,
                () -> {
                    if (client.kind() == ClientKind.MOBILE && client.device() == null) {
                        return Outcome.refused(Refusal.DEVICE_REQUIRED);
                    }
                    Instant now = context.now();
                    try {
                        return flow.apply(now);
                    } catch (SocialRefusedException e) {
                        keepPermits(e);
                        context.events()
                                .tell(new AuthEvent.SignInFailed(
                                        now, e.user(), SocialSignInFlow.method(method), e.reason()));
                        return Outcome.refused(e.why(), e.retryAt());
                    }
                },
                SocialFlows::reason);
    }

    @Override
    public Outcome<SocialLogin.Precheck> precheck(SocialClaim claim, @Nullable String address) {
        return watched(Operation.SOCIAL_REQUEST, now -> {
            sites.admit(claim.provider(), address, now);
            return precheck.run(claim, now);
        });
    }

    @Override
    public Outcome<SocialLogin.Link> link(Caller caller, SocialClaim claim, @Nullable String address) {
        return watched(caller, now -> {
            sites.admit(claim.provider(), address, now);
            links.admit(caller, now);
            return links.link(caller, verification.verify(claim, caller, now), now);
        });
    }

    @Override
    public Outcome<SocialLogin.Link> finishLink(Caller caller, Secret browser) {
        return watched(caller, now -> {
            sites.settings();
            links.admit(caller, now);
            return links.link(caller, back(browser, caller, now), now);
        });
    }

    @Override
    public Outcome<Boolean> unlink(Caller caller, String provider, @Nullable String accountId) {
        return watched(caller, now -> links.unlink(caller, provider, accountId, now));
    }

    @Override
    public Outcome<List<LinkedAccount>> accounts(Caller caller) {
        return result(() -> links.accounts(caller, context.now()));
    }

    @Override
    public Outcome<SocialLogin.Started> start(SocialLogin.Start start) {
        return watched(Operation.SOCIAL_REQUEST, now -> {
            sites.admit(start.provider(), start.address(), now);
            return redirect.start(start, now);
        });
    }

    @Override
    public Outcome<URI> callback(SocialCallback callback) {
        Outcome<SocialRedirectFlow.Back> result = operations.over(
                Operation.SOCIAL_REQUEST,
                () -> result(() -> {
                    Instant now = context.now();
                    sites.admit(callback.provider(), callback.address(), now);
                    return redirect.callback(callback, now);
                }),
                SocialFlows::reasonOfCallback);
        return result.map(SocialRedirectFlow.Back::address);
    }

    @Override
    public Optional<SocialLogin.Intent> waiting(Secret browser) {
        Instant now = context.now();
        return context.store()
                .read(tx -> tx.factors().challenges().isMapped()
                        ? transactions.find(tx, browser, AuthChallenge.Kind.SOCIAL_PROOF, now)
                        : Optional.<AuthChallenge>empty())
                .map(row -> row.binding().user() == null ? SocialLogin.Intent.LOGIN : SocialLogin.Intent.LINK);
    }

    private <T> Outcome<T> watched(Operation operation, Function<Instant, T> flow) {
        return operations.over(operation, () -> result(() -> flow.apply(context.now())), SocialFlows::reason);
    }

    private <T> Outcome<T> watched(Caller caller, Function<Instant, T> flow) {
        return operations.over(
                Operation.FACTOR_CHANGE, caller, () -> result(() -> flow.apply(context.now())), SocialFlows::reason);
    }

    private static @Nullable String reason(Outcome<?> result) {
        return result.refusal().map(SocialRefusedException::reason).orElse(null);
    }

    /** A browser is sent back with an error, and the operation was refused all the same. */
    private static @Nullable String reasonOfCallback(Outcome<SocialRedirectFlow.Back> result) {
        return result instanceof Outcome.Done<SocialRedirectFlow.Back> done
                ? done.value().error()
                : reason(result);
    }

    /** A provider that is down does not lift the limits: each request asks it again. */
    private void keepPermits(SocialRefusedException refused) {
        if (refused.why() == Refusal.UNAVAILABLE) {
            context.limiters().permits().keep();
        }
    }

    private <T> Outcome<T> result(Supplier<T> flow) {
        try {
            return Outcome.done(flow.get());
        } catch (SocialRefusedException e) {
            keepPermits(e);
            return Outcome.refused(e.why(), e.retryAt());
        }
    }
}
