package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.LoginCodes.Addressee;
import dev.lockstile.auth.internal.throttle.Doors;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.internal.throttle.Throttles;
import dev.lockstile.auth.internal.throttle.Visitor;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodePurpose;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Handle;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeRequest;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredCode;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.Throttle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a sign-in code. Refused: an identifier that is none, a channel that does not fit it, and a second code within
 * the cool-down, which a used code does not end, and one beyond the limits of the client or the recipient. A text message
 * that its country, its prefix or the day's costs do not allow is not sent, and the answer is as if it were. Whether somebody has the identifier shows in nothing.
 * Who is in a former system and has not come over gets a code too; whoever uses it is brought in then, not before.
 */
final class CodeRequestFlow {

    private final FlowContext context;
    private final LoginCodes codes;

    CodeRequestFlow(FlowContext context, LoginCodes codes) {
        this.context = context;
        this.codes = codes;
    }

    CodeRequestResult run(CodeRequest wish) {
        Instant now = context.now();
        Optional<Identifier> identifier = codes.identifier(wish.identifier());
        if (identifier.isEmpty()) {
            return new CodeRequestResult.Invalid(List.of(LoginCodes.invalid(wish.identifier())));
        }
        if ((wish.channel() == Channel.EMAIL) != (wish.identifier().kind() == IdentifierKind.EMAIL)) {
            return new CodeRequestResult.Invalid(List.of(FieldProblem.of("channel", "channel_mismatch")));
        }
        Seen seen = context.store().read(tx -> see(tx, identifier.get()));
        Doors.Sighting client = new Doors.Sighting(wish.address(), null, wish.evidence(), now);
        Ask ask = new Ask(wish, identifier.get(), seen, context.doors().visitor(seen::owner, client), now);
        Optional<String> challenge = humanCheck(ask);
        return challenge.isPresent() ? new CodeRequestResult.HumanCheckRequired(challenge.get()) : run(ask);
    }

    private CodeRequestResult run(Ask ask) {
        Seen seen = ask.seen();
        if (codes.isCoolingDown(seen.latest(), ask.now())) {
            return new CodeRequestResult.CoolingDown(codes.nextAt(seen.latest().orElseThrow()));
        }
        return refusal(ask)
                .<CodeRequestResult>map(CodeRequestResult.CoolingDown::new)
                .orElseGet(() -> send(ask));
    }

    private Optional<String> humanCheck(Ask ask) {
        CodeRequest wish = ask.wish();
        return context.doors()
                .humans()
                .wanted(
                        new HumanChecks.Step(Operation.CODE_REQUEST, wish.channel(), wish.address(), wish.evidence()),
                        ask.visitor()::device,
                        ask.now());
    }

    private Optional<Instant> refusal(Ask ask) {
        Throttles.Wish places = Throttles.Wish.codeTo(
                ask.identifier(), Throttle.OTP_REQUEST_IP, ask.wish().address());
        return context.doors().throttles().refusal(places, ask.visitor()::device, ask.now());
    }

    private static Seen see(AuthTx tx, Identifier identifier) {
        Optional<StoredCode> latest = tx.codes().latest(CodePurpose.LOGIN, identifier.key());
        Optional<StoredUser> owner = tx.users().byKey(identifier.kind(), identifier.key());
        UserId waiting = latest.map(code -> code.state().binding().user()).orElse(null);
        Optional<StoredUser> pending = owner.isPresent() || waiting == null
                ? Optional.empty()
                : tx.users().byId(waiting).filter(user -> PendingPhone.isOf(user, identifier));
        return new Seen(owner, pending, latest);
    }

    private CodeRequestResult send(Ask ask) {
        CodeRequest wish = ask.wish();
        Identifier identifier = ask.identifier();
        Seen seen = ask.seen();
        Instant now = ask.now();
        boolean known = context.legacy().knows(identifier, seen.owner().isPresent());
        Addressee wanted =
                known ? new Addressee(null, identifier.value(), wish.language()) : addressee(wish, identifier, seen);
        boolean may = context.doors().sends().admits(identifier, asker(ask, wanted), now);
        Addressee addressee = may ? wanted : null;
        boolean exists = !context.settings().signUp().exposed() || seen.owner().isPresent() || known;
        try {
            String challenge = context.store().alone(tx -> codes.issue(tx, identifier, addressee, now));
            return new CodeRequestResult.Sent(challenge, wish.channel(), exists);
        } catch (KeyTakenException e) {
            // somebody asked for the same recipient at this very moment, and that code is on its way
            return new CodeRequestResult.CoolingDown(now.plus(codes.cooldown()));
        }
    }

    private static SendLimiter.Asker asker(Ask ask, @Nullable Addressee wanted) {
        if (wanted == null) {
            return SendLimiter.Asker.NOBODY;
        }
        boolean proven = ask.seen()
                .owner()
                .map(user -> user.info().handles().of(ask.identifier().kind()))
                .filter(handle -> handle.owned() && handle.isVerified())
                .isPresent();
        return SendLimiter.Asker.of(proven, ask.visitor());
    }

    private @Nullable Addressee addressee(CodeRequest wish, Identifier identifier, Seen seen) {
        Optional<StoredUser> user = seen.owner().or(seen::pending);
        if (user.isEmpty()) {
            boolean mayOpen = context.settings().signUp().byCode();
            return mayOpen ? new Addressee(null, identifier.value(), wish.language()) : null;
        }
        Handle handle = user.get().info().handles().of(identifier.kind());
        String address = handle.value();
        String own = user.get().info().language();
        return user.get().info().standing().mayAct() && address != null
                ? new Addressee(user.get().info().id(), address, own == null ? wish.language() : own)
                : null;
    }

    /** A request, and what is known of who makes it. */
    private record Ask(CodeRequest wish, Identifier identifier, Seen seen, Visitor visitor, Instant now) {}

    /**
     * What the store knows of the identifier.
     *
     * @param pending a registration that still waits for a code to this very number
     */
    private record Seen(Optional<StoredUser> owner, Optional<StoredUser> pending, Optional<StoredCode> latest) {}
}
