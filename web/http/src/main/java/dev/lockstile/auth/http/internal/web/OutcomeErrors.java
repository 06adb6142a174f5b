package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Maps outcomes to answers: the one place that says which error code a refusal has on the wire. */
public final class OutcomeErrors {

    private OutcomeErrors() {}

    /** What the call gave. A refusal, and a sign-in that waits for its second factor, end the request with an error. */
    public static <T> T value(Outcome<T> outcome, Exchange exchange) {
        return value(outcome, exchange, OutcomeErrors::of);
    }

    /** The same where a refusal of that caller tells how a new proof can be given. */
    public static <T> T value(Outcome<T> outcome, Exchange exchange, SecondFactors factors, Caller caller) {
        return value(outcome, exchange, refused -> of(refused, factors, caller));
    }

    /** The same with the endpoint's own error for a refusal. */
    public static <T> T value(
            Outcome<T> outcome, Exchange exchange, Function<Outcome.Refused<T>, ? extends RuntimeException> error) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw error.apply(refused);
        }
        if (outcome instanceof Outcome.SecondFactorRequired<T> required) {
            throw secondFactor(required.challenge(), exchange);
        }
        return outcome.orElseThrow();
    }

    /** The error of a refusal. */
    public static RuntimeException of(Outcome.Refused<?> refused) {
        return of(refused, "code");
    }

    /** The same for a caller who is told how a new proof can be given. */
    public static RuntimeException of(Outcome.Refused<?> refused, SecondFactors factors, Caller caller) {
        return switch (refused.why()) {
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED ->
                RefusalException.with(
                        ErrorCode.valueOf(refused.why().name()),
                        new JsonObject().with("methods", factors.stepUpMethods(caller)));
            default -> of(refused);
        };
    }

    /**
     * The same.
     *
     * @param codeField the field of the code that was sent
     */
    public static RuntimeException of(Outcome.Refused<?> refused, String codeField) {
        return switch (refused.why()) {
            case INVALID_INPUT -> new InvalidInputException(refused.problems());
            case DEVICE_REQUIRED -> invalid("device", "required");
            case MALFORMED_CODE -> invalid(codeField, "malformed_code");
            case WRONG_PASSWORD -> invalid("password", "wrong_password");
            case HUMAN_CHECK_REQUIRED -> RefusalException.humanCheck(refused.challenge());
            default -> new RefusalException(code(refused.why()), refused.retryAt());
        };
    }

    /** The error code of a refusal that names no field. */
    private static ErrorCode code(Refusal why) {
        return switch (why) {
            case SESSION_ENDED -> ErrorCode.INVALID_TOKEN;
            default -> ErrorCode.valueOf(why.name());
        };
    }

    private static InvalidInputException invalid(String field, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(field, code)));
    }

    /** A sign-in between its two factors: with the challenge, and no token. */
    private static RefusalException secondFactor(SecondFactorChallenge challenge, Exchange exchange) {
        long seconds = Duration.between(exchange.settings().clock().instant(), challenge.expiresAt())
                .toSeconds();
        return RefusalException.with(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                new JsonObject()
                        .with("challenge_id", challenge.id().reveal())
                        .with(
                                "factors",
                                challenge.factors().stream()
                                        .map(FactorKind::code)
                                        .toList())
                        .with("enrolment_required", challenge.wantsEnrolment())
                        .with("expires_in", Math.max(0, seconds)));
    }
}
