package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.AccountLookup;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.FirstFactor;
import dev.lockstile.auth.internal.gate.LostRaceException;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.internal.throttle.LoginAttemptLimiter;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a link or the code beside it. The request says which link is meant, so a client that has the token
 * alone, or a request of their own, aims at nothing and uses nothing up. The attempt is spent and committed before
 * anything is compared; the link is used up in the transaction that opens the session. A wrong code counts as a failure
 * at the address; a wrong token costs the client's network alone, for 256 bits cannot be guessed and strangers would
 * lock the owner out by it. Refused with one answer: wrong, used, replaced, expired, out of attempts, an address that
 * is no longer the account's or no longer proven, an account that may not act, and a veto of the host.
 */
final class LinkConfirmFlow {

    private static final String METHOD = "link";

    private final FlowContext context;
    private final LoginLinkCodes links;
    private final SessionOpener opener;
    private final SignInEvents events;

    LinkConfirmFlow(FlowContext context, LoginLinkCodes links, SessionOpener opener) {
        this.context = context;
        this.links = links;
        this.opener = opener;
        this.events = new SignInEvents(context);
    }

    /** True while the link of that request is open and carries that token. */
    boolean isLive(String requestId, Secret token) {
        Instant now = context.now();
        return context.store()
                .read(tx -> links.open(tx, requestId, now))
                .filter(link -> links.matches(link, new LinkLogin.Attempt.Proof.Token(token)))
                .isPresent();
    }

    Outcome<SignIn> run(LinkLogin.Attempt attempt) {
        if (links.page() == null) {
            return Outcome.refused(Refusal.LOGIN_LINK_OFF);
        }
        if (attempt.client().kind() == ClientKind.MOBILE && attempt.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        Optional<Aim> aim = context.store().read(tx -> aim(tx, attempt, now));
        LoginAttemptLimiter attempts = context.limiters().attempts();
        AttemptRequest request = request(attempt, aim, now);
        if (links.isMalformed(attempt.proof())) {
            return malformed(request, now);
        }
        boolean guessable = attempt.proof() instanceof LinkLogin.Attempt.Proof.Code;
        LoginAttemptLimiter.Result result =
                aim.isPresent() && guessable ? attempts.admit(request, now) : attempts.admitWithoutTarget(request, now);
        CountedAttempt counted = result.attempt();
        if (counted == null) {
            return Outcome.refused(Refusal.THROTTLED, result.retryAtOr(now));
        }
        return look(attempt, aim, counted, now);
    }

    /** A text that no code can be costs the client's network alone. */
    private Outcome<SignIn> malformed(AttemptRequest request, Instant now) {
        LoginAttemptLimiter.Result result = context.limiters().attempts().admitWithoutTarget(request, now);
        CountedAttempt counted = result.attempt();
        if (counted == null) {
            return Outcome.refused(Refusal.THROTTLED, result.retryAtOr(now));
        }
        counted.hadNoTarget(now);
        return Outcome.refused(Refusal.MALFORMED_CODE);
    }

    private Outcome<SignIn> look(LinkLogin.Attempt attempt, Optional<Aim> aim, CountedAttempt counted, Instant now) {
        if (!counted.isOpen()) {
            counted.failed(null, now);
            return refuse(attempt, null, "paused", now);
        }
        if (aim.isEmpty() || !AttemptRefund.onFailure(() -> spend(aim.get(), now), counted::wasNotDecided)) {
            counted.hadNoTarget(now);
            return refuse(attempt, null, "no live link", now);
        }
        StoredCode link = aim.get().link();
        if (!links.matches(link, attempt.proof())) {
            counted.failed(null, now);
            return refuse(attempt, link.state().binding().user(), "wrong link", now);
        }
        return AttemptRefund.onFailure(
                () -> {
                    importOwner(aim.get().email());
                    return signIn(aim.get(), attempt, counted, now);
                },
                () -> giveBack(link, now),
                counted::wasNotDecided);
    }

    private void giveBack(StoredCode link, Instant now) {
        String request = link.state().binding().challengeId();
        context.store().<Boolean>single(tx -> tx.codes().returnAttempt(request, now));
    }

    private Optional<Aim> aim(AuthTx tx, LinkLogin.Attempt attempt, Instant now) {
        return links.open(tx, attempt.requestId(), now)
                .flatMap(link -> context.identifiers()
                        .email(link.recipient())
                        .filter(email ->
                                email.key().equals(link.state().binding().recipientKey()))
                        .map(email -> new Aim(link, email)));
    }

    /** Commits the attempt before the comparison of what was shown. */
    private boolean spend(Aim aim, Instant now) {
        String request = aim.link().state().binding().challengeId();
        return context.store().single(tx -> tx.codes().spendAttempt(request, now));
    }

    private AttemptRequest request(LinkLogin.Attempt attempt, Optional<Aim> aim, Instant now) {
        ClientInfo client = attempt.client();
        String subject = aim.map(found -> found.email().key()).orElse(METHOD);
        return new AttemptRequest(
                AttemptRequest.Proof.CODE,
                subject,
                PermitRequest.attempt(
                        RateLimit.OTP_VERIFY_IP, client.address(), RateLimit.OTP_VERIFY_IDENTITY, subject),
                context.limiters()
                        .recognition(
                                () -> aim.flatMap(found -> context.accounts().owner(found.email())),
                                RateLimiters.Client.of(client, now)));
    }

    /** The link has proven the address, so an owner who is not in the store yet may be imported. */
    private void importOwner(Identifier email) {
        AccountLookup accounts = context.accounts();
        if (accounts.importsUsers() && accounts.owner(email).isEmpty()) {
            accounts.importOwner(email);
        }
    }

    private Outcome<SignIn> signIn(Aim aim, LinkLogin.Attempt attempt, CountedAttempt counted, Instant now) {
        UserId addressee = aim.link().state().binding().user();
        SessionOpener.Entry entry = new SessionOpener.Entry(attempt.client(), now);
        try {
            Optional<In> entered = opener.assessed(answer -> context.store().alone(tx -> {
                Optional<In> in = write(tx, aim, entry.answered(answer));
                in.ifPresent(o -> counted.succeeded(tx, o.user(), now));
                return in;
            }));
            return entered.map(in -> events.entered(in.entered(), in.user().id(), METHOD, now))
                    .orElseGet(() -> refuse(attempt, addressee, "may not sign in", now));
        } catch (LostRaceException | KeyTakenException e) {
            return refuse(attempt, addressee, "used", now);
        } catch (VetoException e) {
            counted.failed(null, now);
            return refuse(attempt, addressee, e.reason(), now);
        }
    }

    private Optional<In> write(AuthTx tx, Aim aim, SessionOpener.Entry entry) {
        Optional<StoredUser> owner = owner(tx, aim)
                .filter(user -> tx.users().recordLogin(user.info().id(), entry.now()))
                .flatMap(user -> owner(tx, aim));
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (!tx.codes().use(aim.link().state().binding().challengeId(), entry.now())) {
            throw new LostRaceException();
        }
        Outcome<Opened> entered = opener.enter(tx, owner.get(), FirstFactor.EMAIL_LINK, entry);
        return Optional.of(new In(owner.get().info(), entered));
    }

    /** The account whose proven address it is now: the one the link was made for, or one that was imported since. */
    private static Optional<StoredUser> owner(AuthTx tx, Aim aim) {
        UserId addressee = aim.link().state().binding().user();
        return tx.users()
                .byKey(IdentifierKind.EMAIL, aim.email().key())
                .filter(user ->
                        addressee == null || addressee.equals(user.info().id()))
                .filter(user -> LinkRequestFlow.isEntitled(user.info()));
    }

    private Outcome<SignIn> refuse(LinkLogin.Attempt attempt, @Nullable UserId user, String reason, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, user, METHOD, reason));
        boolean byCode = attempt.proof() instanceof LinkLogin.Attempt.Proof.Code;
        return Outcome.refused(byCode ? Refusal.INVALID_CODE : Refusal.INVALID_LINK);
    }

    /** A link, and the address it was sent to. */
    private record Aim(StoredCode link, Identifier email) {}

    /** Whom a right link lets in, and how far. */
    private record In(UserInfo user, Outcome<Opened> entered) {}
}
