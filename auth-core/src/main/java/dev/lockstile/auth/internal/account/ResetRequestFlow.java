package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.throttle.ClientRecognition;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.internal.throttle.RequestLimiter;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends a link for a new password to the stored address of the account that has proven the identifier, or owns it while
 * nothing of the account is proven: the link is the first proof then. Silent in every other case, with the same writes.
 * Changes nothing on the account. However many strangers ask, only their networks are refused, and a client that asks
 * either gets a link or has one that works. A user who is still to be imported gets a link too, and is imported when it
 * is used, not before.
 */
final class ResetRequestFlow {

    private static final Duration BARELY = Duration.ofSeconds(1);
    private static final Outcome<Boolean> SENT = Outcome.done(true);
    private static final Outcome<Boolean> UNSENT = Outcome.done(false);

    private final FlowContext context;
    private final LinkCodes links;
    private final ResetLinks letters;

    ResetRequestFlow(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
        this.letters = new ResetLinks(context, links);
    }

    Outcome<Boolean> run(ResetRequest request) {
        Instant now = context.now();
        Optional<Identifier> identifier = request.kind() == IdentifierKind.EMAIL
                ? context.identifiers().email(request.text())
                : context.identifiers().phone(request.text());
        if (identifier.isEmpty()) {
            String field = request.kind() == IdentifierKind.EMAIL ? "email" : "phone";
            return Outcome.invalid(List.of(FieldProblem.of(field, "invalid_" + field)));
        }
        ClientRecognition recognition = recognition(request, identifier.get(), now);
        Channel channel = identifier.get().kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        Optional<String> challenge = context.limiters()
                .humans()
                .wanted(
                        new HumanChecks.Step(Operation.RESET_REQUEST, channel, request.address(), request.evidence()),
                        recognition::device,
                        now);
        return challenge
                .<Outcome<Boolean>>map(Outcome::humanCheck)
                .orElseGet(
                        () -> run(request, identifier.get(), recognition, now).map(sent -> true));
    }

    private Outcome<Boolean> run(
            ResetRequest request, Identifier identifier, ClientRecognition recognition, Instant now) {
        RequestLimiter.Outcome outcome = permits(request, identifier, recognition, now);
        if (outcome.retryAt() != null) {
            return Outcome.refused(Refusal.THROTTLED, outcome.retryAt());
        }
        return outcome.permitted() || isUnserved(identifier, now)
                ? send(request, identifier, recognition, now)
                : UNSENT; // the last link still works
    }

    private Outcome<Boolean> send(ResetRequest request, Identifier wanted, ClientRecognition recognition, Instant now) {
        boolean there = context.accounts().isImportedByProof(wanted);
        boolean may = context.limiters().sends().admits(wanted, asker(wanted, there, recognition), now);
        try {
            return context.store().alone(tx -> request(tx, new Asked(wanted, may, there, request), now));
        } catch (KeyTakenException e) {
            return UNSENT; // another request is sending it at this very moment
        }
    }

    /**
     * Sends a link to what an account has proven, for an administrator. @return false where the limits let none leave
     */
    boolean send(UserId user) {
        Instant now = context.now();
        return context.store()
                .read(tx -> tx.users().byId(user))
                .flatMap(this::proven)
                .filter(identifier -> isSent(identifier, now))
                .isPresent();
    }

    private boolean isSent(Identifier identifier, Instant now) {
        ResetRequest request = new ResetRequest(identifier.kind(), identifier.value(), null);
        return run(request, identifier, recognition(request, identifier, now), now)
                .equals(SENT);
    }

    private ClientRecognition recognition(ResetRequest request, Identifier identifier, Instant now) {
        RateLimiters.Client client = new RateLimiters.Client(request.address(), null, request.evidence(), now);
        return context.limiters().recognition(() -> context.accounts().owner(identifier), client);
    }

    private Optional<Identifier> proven(StoredUser user) {
        IdentifierStates states = user.info().identifiers();
        return states.email().isVerified()
                ? context.identifiers().email(String.valueOf(states.email().value()))
                : context.identifiers().phone(String.valueOf(states.phone().value()));
    }

    /** Only the network's limit is told: the identifier's would be used up by strangers (CWE-645). */
    private RequestLimiter.Outcome permits(
            ResetRequest request, Identifier identifier, ClientRecognition recognition, Instant now) {
        PermitRequest permits = PermitRequest.of(
                RateLimit.PASSWORD_RESET_REQUEST_IP,
                request.address(),
                RateLimit.PASSWORD_RESET_REQUEST_IDENTITY,
                identifier.key());
        return context.limiters().requests().networkThenIdentifier(permits, recognition::device, now);
    }

    /**
     * An owner who has had all links of the hour and holds none that works gets one more in the life of a link. A place
     * is asked for in either case, so that the work is the same.
     */
    private boolean isUnserved(Identifier identifier, Instant now) {
        boolean served = context.store().read(tx -> links.isServed(tx, CodePurpose.RESET_PASSWORD, identifier, now));
        Duration life = context.settings().links().resetTtl();
        String key = (served ? "served:" : "") + identifier.key();
        return context.limiters().requests().isFirst("RESET_SPARE", key, life, now) && !served;
    }

    private SendLimiter.Asker asker(Identifier identifier, boolean there, ClientRecognition recognition) {
        boolean proven =
                owner(identifier).filter(owner -> mayReset(owner, identifier)).isPresent();
        return proven || there ? SendLimiter.Asker.of(proven, recognition) : SendLimiter.Asker.NOBODY;
    }

    private Optional<UserInfo> owner(Identifier identifier) {
        return context.accounts().owner(identifier).map(StoredUser::info);
    }

    private Outcome<Boolean> request(AuthTx tx, Asked asked, Instant now) {
        Identifier identifier = asked.identifier();
        Optional<StoredUser> user = tx.users().byKey(identifier.kind(), identifier.key());
        if (links.isCoolingDown(tx, CodePurpose.RESET_PASSWORD, identifier, now)) {
            return UNSENT;
        }
        Optional<UserInfo> entitled =
                user.map(StoredUser::info).filter(info -> asked.may() && mayReset(info, identifier));
        if (entitled.isPresent()) {
            letters.send(tx, entitled.get(), identifier, asked.by(entitled), now);
            return SENT;
        }
        if (user.isEmpty() && asked.there() && asked.may()) {
            letters.send(tx, identifier, asked.by(Optional.empty()), now);
            return SENT;
        }
        boolean refused = !asked.may()
                && user.map(StoredUser::info)
                        .map(info -> mayReset(info, identifier))
                        .orElse(asked.there());
        Duration life = refused ? BARELY : context.settings().links().resetTtl();
        letters.pretend(tx, identifier, life, asked.by(Optional.empty()), now);
        return UNSENT;
    }

    private static boolean mayReset(UserInfo info, Identifier identifier) {
        return UnprovenIdentifiers.opensByCode(info, identifier.kind());
    }

    /**
     * What is asked for.
     *
     * @param may false when no message may leave
     * @param there a user still to be imported has the identifier
     */
    private record Asked(Identifier identifier, boolean may, boolean there, ResetRequest request) {

        /** Times of a message to an account are those of its zone. */
        ResetLinks.Asking by(Optional<UserInfo> owner) {
            String zone = owner.map(UserInfo::timezone).orElse(null);
            return new ResetLinks.Asking(
                    request.language(), RequestOrigin.of(request.address(), request.evidence(), zone));
        }
    }
}
