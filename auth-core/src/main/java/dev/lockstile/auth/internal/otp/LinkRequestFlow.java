package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.otp.LoginCodes.Addressee;
import dev.lockstile.auth.internal.throttle.ClientRecognition;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.internal.throttle.RequestLimiter;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a link to sign in with. Refused: what is no address, a second link within the cool-down, and one beyond the
 * limits of the client, for every address alike. Beyond the limits of the address no client is refused, for strangers
 * use them up: the client that holds the live request keeps it, and once in the life of a link one more is sent. Only a
 * proven address of an account in good standing gets a link; for every other one the same rows are written and nothing
 * leaves.
 */
final class LinkRequestFlow {

    private final FlowContext context;
    private final LoginLinkCodes links;

    LinkRequestFlow(FlowContext context, LoginLinkCodes links) {
        this.context = context;
        this.links = links;
    }

    Outcome<LinkLogin.Sent> run(LinkLogin.Request request) {
        URI page = links.page();
        if (page == null) {
            return Outcome.refused(Refusal.LOGIN_LINK_OFF);
        }
        Instant now = context.now();
        Optional<Identifier> email = context.identifiers().email(request.email());
        if (email.isEmpty()) {
            return Outcome.invalid(List.of(FieldProblem.of("email", "invalid_email")));
        }
        Seen seen = context.store().read(tx -> see(tx, email.get(), request.heldRequestId(), now));
        RateLimiters.Client client = new RateLimiters.Client(request.address(), null, request.evidence(), now);
        Ask ask = new Ask(request, page, email.get(), seen, context.limiters().recognition(seen::owner, client), now);
        Optional<String> challenge = humanCheck(ask);
        return challenge.isPresent() ? Outcome.humanCheck(challenge.get()) : run(ask);
    }

    private Outcome<LinkLogin.Sent> run(Ask ask) {
        Optional<Instant> nextAt = links.cooldown().until(ask.seen().latest(), ask.now());
        if (nextAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, nextAt.get());
        }
        PermitRequest permits = PermitRequest.codeTo(
                ask.email(), RateLimit.OTP_REQUEST_IP, ask.request().address());
        RequestLimiter.Outcome outcome =
                context.limiters().requests().allOrNetwork(permits, ask.recognition()::device, ask.now());
        if (outcome.retryAt() != null) {
            return Outcome.refused(Refusal.THROTTLED, outcome.retryAt());
        }
        return outcome.permitted() || isSpare(ask) ? send(ask) : beyondTheRate(ask);
    }

    /** One more in the life of a link. */
    private boolean isSpare(Ask ask) {
        return context.limiters()
                .requests()
                .isFirst("LOGIN_LINK_SPARE", ask.email().key(), LoginLinkCodes.TTL, ask.now());
    }

    /**
     * A request is told only to the client that made it: another client that held it could use a link that strangers
     * forward.
     */
    private Outcome<LinkLogin.Sent> beyondTheRate(Ask ask) {
        return sent(ask.seen().held().orElseGet(links::requestOfNone));
    }

    private Outcome<LinkLogin.Sent> send(Ask ask) {
        Addressee wanted = addressee(ask);
        SendLimiter.Asker asker =
                wanted == null ? SendLimiter.Asker.NOBODY : SendLimiter.Asker.of(true, ask.recognition());
        boolean hasRoom = context.limiters().sends().hasRoom(ask.email(), asker, ask.now());
        try {
            return sent(context.store()
                    .alone(tx -> hasRoom
                            ? links.issue(tx, ask.page(), ask.email(), wanted, ask.asked())
                            : withheld(tx, ask)));
        } catch (KeyTakenException e) {
            // another request asked for the same address at this very moment, and that link is on its way
            return Outcome.refused(Refusal.THROTTLED, links.cooldown().next(ask.now()));
        }
    }

    /**
     * The same work and answer, and the live link stays: its owner would get no other. The client that holds it keeps
     * it, as does one that holds a decoy.
     */
    private String withheld(AuthTx tx, Ask ask) {
        String decoy = links.pretend(tx, ask.page(), ask.email(), ask.asked());
        return ask.seen().held().orElse(decoy);
    }

    private static Outcome<LinkLogin.Sent> sent(String requestId) {
        return Outcome.done(new LinkLogin.Sent(requestId, LoginLinkCodes.TTL));
    }

    private @Nullable Addressee addressee(Ask ask) {
        if (context.accounts().importsProven(ask.email(), ask.seen().owner().isPresent())) {
            return new Addressee(null, ask.email().value(), ask.request().language());
        }
        return ask.seen()
                .owner()
                .map(StoredUser::info)
                .filter(LinkRequestFlow::isEntitled)
                .map(user -> addressee(user, ask))
                .orElse(null);
    }

    private static Addressee addressee(UserInfo user, Ask ask) {
        String stored = user.email();
        String own = user.language();
        return new Addressee(
                user.id(),
                stored == null ? ask.email().value() : stored,
                own == null ? ask.request().language() : own);
    }

    /** A link opens what is proven, and proves nothing: an account without a proven address signs in by a code. */
    static boolean isEntitled(UserInfo user) {
        return user.status().mayAct() && UnprovenIdentifiers.isProven(user, IdentifierKind.EMAIL);
    }

    private Optional<String> humanCheck(Ask ask) {
        LinkLogin.Request request = ask.request();
        return context.limiters()
                .humans()
                .wanted(
                        new HumanChecks.Step(
                                Operation.CODE_REQUEST, Channel.EMAIL, request.address(), request.evidence()),
                        ask.recognition()::device,
                        ask.now());
    }

    private Seen see(AuthTx tx, Identifier email, @Nullable String held, Instant now) {
        return new Seen(
                tx.users().byKey(IdentifierKind.EMAIL, email.key()),
                tx.codes().latest(CodePurpose.LOGIN_LINK, email.key()),
                Optional.ofNullable(held)
                        .flatMap(request -> links.open(tx, request, now))
                        .map(link -> link.state().binding())
                        .filter(binding -> binding.recipientKey().equals(email.key()))
                        .map(CodeState.Binding::challengeId));
    }

    /** A request, and what is known of who makes it. */
    private record Ask(
            LinkLogin.Request request,
            URI page,
            Identifier email,
            Seen seen,
            ClientRecognition recognition,
            Instant now) {

        LoginCodes.Asked asked() {
            String zone = seen.owner().map(user -> user.info().timezone()).orElse(null);
            return new LoginCodes.Asked(now, RequestOrigin.of(request.address(), request.evidence(), zone));
        }
    }

    /**
     * What the store knows of the address.
     *
     * @param held the live request that the client holds
     */
    private record Seen(Optional<StoredUser> owner, Optional<StoredCode> latest, Optional<String> held) {}
}
