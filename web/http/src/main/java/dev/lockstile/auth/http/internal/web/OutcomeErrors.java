package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
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

    /** The same for a call that no second factor holds back. */
    public static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw of(refused);
        }
        return outcome.orElseThrow();
    }

    /** The same where a refusal of that caller tells how a new proof can be given. */
    public static <T> T value(Outcome<T> outcome, SecondFactors factors, Caller caller) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw of(refused, factors, caller);
        }
        return outcome.orElseThrow();
    }

    /** The same for a sign-in: one that waits for its second factor ends the request with an error. */
    public static <T> T value(Outcome<T> outcome, Exchange exchange, SecondFactors factors, Caller caller) {
        return value(outcome, exchange, refused -> of(refused, factors, caller));
    }

    /** The same for an administrator: a second factor that was not shown is a proof that is missing. */
    public static <T> T valueForAdministrator(Outcome<T> outcome, SecondFactors factors, Caller caller) {
        if (outcome.isRefused(Refusal.SECOND_FACTOR_REQUIRED)) {
            throw stepUp(factors, caller);
        }
        return value(outcome, factors, caller);
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

    /** The error of a refusal that says no more than its code. */
    public static RuntimeException of(Refusal why) {
        return of((Outcome.Refused<?>) Outcome.refused(why));
    }

    /** A new proof is wanted: with the methods by which the caller may give one. */
    public static RefusalException stepUp(SecondFactors factors, Caller caller) {
        return proof(ErrorCode.STEP_UP_REQUIRED, factors, caller);
    }

    /** The same for a caller who is told how a new proof can be given. */
    public static RuntimeException of(Outcome.Refused<?> refused, SecondFactors factors, Caller caller) {
        return switch (refused.why()) {
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> proof(code(refused.why()), factors, caller);
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
            case DEVICE_REQUIRED -> field("device", "required");
            case MALFORMED_CODE -> field(codeField, "malformed_code");
            case WRONG_PASSWORD -> field("password", "wrong_password");
            case UNKNOWN_PROVIDER -> field("provider", "unknown_choice");
            case TRANSACTION_REQUIRED -> field("transaction_id", "required");
            case CODE_NOT_CHECKED -> field("id_token", "required");
            case INVALID_RETURN_TO -> field("return_to", "invalid");
            case INVALID_REDIRECT_URI -> field("redirect_uri", "invalid");
            case ACCOUNT_ID_REQUIRED -> field("social_account_id", "required");
            case PASSWORD_CHANGE_REQUIRED ->
                RefusalException.with(
                        ErrorCode.PASSWORD_CHANGE_REQUIRED,
                        new JsonObject().with("ticket", String.valueOf(refused.challenge())));
            case HUMAN_CHECK_REQUIRED -> RefusalException.humanCheck(refused.challenge());
            default -> new RefusalException(code(refused.why()), refused.retryAt());
        };
    }

    /** The error of an act of administration that was not done. */
    public static RuntimeException of(Change change) {
        return switch (change) {
            case TAKEN -> new RefusalException(ErrorCode.EMAIL_TAKEN);
            case SESSION_ENDED -> new RefusalException(ErrorCode.INVALID_TOKEN);
            case VETOED -> new RefusalException(ErrorCode.FORBIDDEN);
            case UNKNOWN_ROLE -> field("role", "unknown_choice");
            default -> new RefusalException(ErrorCode.valueOf(change.name()));
        };
    }

    private static RefusalException proof(ErrorCode code, SecondFactors factors, Caller caller) {
        return RefusalException.with(code, new JsonObject().with("methods", factors.stepUpMethods(caller)));
    }

    /** The error code of a refusal that names no field. */
    private static ErrorCode code(Refusal why) {
        return switch (why) {
            case SESSION_ENDED, ACCOUNT_UNAVAILABLE -> ErrorCode.INVALID_TOKEN;
            case IDENTIFIER_TAKEN -> ErrorCode.EMAIL_TAKEN;
            default -> ErrorCode.valueOf(why.name());
        };
    }

    /** The error of one wrong field. */
    public static InvalidInputException field(String field, String code) {
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
