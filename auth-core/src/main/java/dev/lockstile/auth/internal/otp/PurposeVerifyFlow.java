package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.ClientRecognition;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.internal.throttle.LoginAttemptLimiter;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Attempt;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a code of a purpose of the host's own, as a code to sign in with is verified: the attempt is spent and
 * committed before the code is looked at, and one conditional update decides which of many right attempts used it.
 * Failures are counted by purpose and recipient, so that a new code brings no new attempts and sign-ins go on.
 */
final class PurposeVerifyFlow {

    private final FlowContext context;
    private final PurposeKind kind;
    private final PurposeRecipients recipients;

    PurposeVerifyFlow(FlowContext context, PurposeKind kind) {
        this.context = context;
        this.kind = kind;
        this.recipients = new PurposeRecipients(context, kind.settings());
    }

    Decision run(Attempt attempt) {
        Instant now = context.now();
        if (!PurposeKind.isData(attempt.data())) {
            List<FieldProblem> problems = List.of(FieldProblem.of("data", "invalid"));
            return new Decision(Outcome.invalid(problems), null, "invalid");
        }
        Optional<StoredCode> aim = context.store().read(tx -> aim(tx, attempt, now));
        Optional<Secret> typed = aim.map(
                        code -> kind.issuer().typed(code.state().binding().channel(), attempt.code()))
                .orElseGet(() -> kind.issuer().typed(attempt.code()));
        boolean aimed = aim.isPresent() && typed.isPresent();
        LoginAttemptLimiter attempts = context.limiters().attempts();
        LoginAttemptLimiter.Result result = aimed
                ? attempts.admit(request(attempt, aim.get(), now), now)
                : attempts.admitWithoutTarget(aimless(attempt), now);
        CountedAttempt counted = result.attempt();
        if (counted == null) {
            return new Decision(Outcome.refused(Refusal.THROTTLED, result.retryAtOr(now)), owner(aim), "throttled");
        }
        if (!aimed) {
            counted.hadNoTarget(now);
            return typed.isEmpty()
                    ? new Decision(Outcome.refused(Refusal.MALFORMED_CODE), null, "invalid")
                    : refused(Optional.empty(), "no live code");
        }
        return look(attempt, new Right(aim.get(), typed.get(), counted), now);
    }

    private Decision look(Attempt attempt, Right right, Instant now) {
        StoredCode code = right.code();
        String challenge = code.state().binding().challengeId();
        Optional<StoredCode> told = Optional.of(code);
        if (!right.counted().isOpen()) {
            right.counted().failed(null, now);
            return refused(told, "paused");
        }
        if (!AttemptRefund.onFailure(
                () -> context.store().<Boolean>single(tx -> tx.codes().spendAttempt(challenge, now)),
                right.counted()::wasNotDecided)) {
            right.counted().hadNoTarget(now);
            return refused(told, "no live code");
        }
        if (!kind.matches(code, right.typed(), attempt.data())) {
            right.counted().failed(null, now);
            return refused(told, "wrong code");
        }
        return AttemptRefund.onFailure(
                () -> use(right, now),
                () -> context.store().<Boolean>single(tx -> tx.codes().returnAttempt(challenge, now)),
                right.counted()::wasNotDecided);
    }

    private Decision use(Right right, Instant now) {
        CodeState.Binding binding = right.code().state().binding();
        boolean used = context.store().<Boolean>alone(tx -> {
            boolean won = mayReceive(tx, binding) && tx.codes().use(binding.challengeId(), now);
            if (won) {
                right.counted().succeeded(tx, now);
            }
            return won;
        });
        return used
                ? new Decision(
                        Outcome.done(new PurposeCodes.Verified(
                                binding.user(), binding.channel(), right.code().recipient())),
                        binding.user(),
                        null)
                : refused(Optional.of(right.code()), "used");
    }

    private boolean mayReceive(AuthTx tx, CodeState.Binding binding) {
        UserId user = binding.user();
        return user == null || recipients.isStill(tx.users().byId(user), binding.channel(), binding.recipientKey());
    }

    /** The live code that the attempt is about. An attempt at a code of another purpose or person aims at nothing. */
    private Optional<StoredCode> aim(AuthTx tx, Attempt attempt, Instant now) {
        UserId wanted = attempt.user();
        return tx.codes()
                .byChallenge(attempt.challengeId())
                .filter(kind::isMeant)
                .filter(code ->
                        wanted == null || wanted.equals(code.state().binding().user()))
                .filter(code -> LiveCodes.isLive(code.state(), now));
    }

    private AttemptRequest request(Attempt attempt, StoredCode code, Instant now) {
        String subject = kind.purpose() + ":" + code.state().binding().recipientKey();
        UserId user = code.state().binding().user();
        return new AttemptRequest(
                AttemptRequest.Proof.CODE,
                subject,
                PermitRequest.attempt(
                        RateLimit.OTP_VERIFY_IP, attempt.client().address(), RateLimit.OTP_VERIFY_IDENTITY, subject),
                context.limiters()
                        .recognition(
                                () -> user == null
                                        ? Optional.empty()
                                        : context.store().read(tx -> tx.users().byId(user)),
                                RateLimiters.Client.of(attempt.client(), now)));
    }

    /** Costs the client's network alone. */
    private AttemptRequest aimless(Attempt attempt) {
        return new AttemptRequest(
                AttemptRequest.Proof.CODE,
                kind.purpose().text(),
                PermitRequest.of(RateLimit.OTP_VERIFY_IP, attempt.client().address()),
                ClientRecognition.STRANGER);
    }

    private static @Nullable UserId owner(Optional<StoredCode> code) {
        return code.map(found -> found.state().binding().user()).orElse(null);
    }

    private static Decision refused(Optional<StoredCode> code, String reason) {
        return new Decision(Outcome.refused(Refusal.INVALID_CODE), owner(code), reason);
    }

    /**
     * How it ended.
     *
     * @param user whose code it was; null where it is not known
     * @param reason for the audit; null when it was right
     */
    record Decision(
            Outcome<PurposeCodes.Verified> result,
            @Nullable UserId user,
            @Nullable String reason) {}

    private record Right(StoredCode code, Secret typed, CountedAttempt counted) {}
}
