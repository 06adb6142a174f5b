package dev.lockstile.auth.http.internal.refusal;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/** The error answer of a refused call: the one place where a refusal becomes a code of the wire. */
public final class RefusalAnswers {

    private RefusalAnswers() {}

    /** {@return what there is} Ends the request with an error answer where the call was refused. */
    public static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw of(refused);
        }
        return outcome.orElseThrow();
    }

    /** The same for a caller who may be asked for a new proof: the answer names the methods that this caller has. */
    public static <T> T done(Outcome<T> outcome, SecondFactors factors, Caller caller) {
        if (outcome.isRefused(Refusal.STEP_UP_REQUIRED) || outcome.isRefused(Refusal.SECOND_FACTOR_REQUIRED)) {
            throw stepUp(factors, caller);
        }
        return done(outcome);
    }

    /** A new proof is wanted: with the methods by which the caller may give one. */
    public static RefusalException stepUp(SecondFactors factors, Caller caller) {
        return RefusalException.with(
                ErrorCode.STEP_UP_REQUIRED, new JsonObject().with("methods", factors.stepUpMethods(caller)));
    }

    /** {@return the error answer of the refusal} */
    public static RuntimeException of(Outcome.Refused<?> refused) {
        return switch (refused.why()) {
            case INVALID_INPUT -> new InvalidInputException(refused.problems());
            case MALFORMED_CODE -> field("code", "malformed_code");
            case WRONG_PASSWORD -> field("password", "wrong_password");
            case DEVICE_REQUIRED -> field("device", "required");
            case HUMAN_CHECK_REQUIRED -> RefusalException.humanCheck(refused.challenge());
            default -> new RefusalException(code(refused.why()), refused.retryAt());
        };
    }

    /** {@return the error answer of a refusal that says no more than its code} */
    public static RuntimeException of(Refusal why) {
        return new RefusalException(code(why));
    }

    /** {@return an error answer about one field} */
    public static InvalidInputException field(String field, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(field, code)));
    }

    private static ErrorCode code(Refusal why) {
        return switch (why) {
            case SESSION_ENDED -> ErrorCode.INVALID_TOKEN;
            case IDENTIFIER_TAKEN -> ErrorCode.EMAIL_TAKEN;
            default -> ErrorCode.valueOf(why.name());
        };
    }
}
