package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorResult;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.token.Caller;

/** The error answers that second factors have beside others. */
final class SecondFactorRefusals {

    private SecondFactorRefusals() {}

    /** A new proof is wanted: with the ways in which the caller may give one. */
    static RefusalException stepUp(SecondFactors factors, Caller caller) {
        return RefusalException.with(
                ErrorCode.STEP_UP_REQUIRED, new JsonObject().with("methods", factors.stepUpMethods(caller)));
    }

    static RuntimeException of(FactorResult.Refusal why, SecondFactors factors, Caller caller) {
        return switch (why) {
            case SESSION_ENDED -> new RefusalException(ErrorCode.INVALID_TOKEN);
            case STEP_UP_REQUIRED -> stepUp(factors, caller);
            case TOTP_OFF -> new RefusalException(ErrorCode.TOTP_OFF);
            case PASSKEYS_OFF -> new RefusalException(ErrorCode.PASSKEYS_OFF);
            case INVALID_PASSKEY -> new RefusalException(ErrorCode.INVALID_PASSKEY);
            case TOO_MANY_PASSKEYS -> new RefusalException(ErrorCode.TOO_MANY_PASSKEYS);
            case LAST_SIGN_IN_METHOD -> new RefusalException(ErrorCode.LAST_SIGN_IN_METHOD);
            case TOTP_ON -> new RefusalException(ErrorCode.TOTP_ON);
            case NOT_FOUND -> new RefusalException(ErrorCode.NOT_FOUND);
            case NO_PROVEN_ADDRESS -> new RefusalException(ErrorCode.NO_PROVEN_ADDRESS);
            case INVALID_CODE -> new RefusalException(ErrorCode.INVALID_CODE);
            case MALFORMED_CODE -> Problems.malformedCode("code");
            case NO_SECOND_FACTOR -> new RefusalException(ErrorCode.NO_SECOND_FACTOR);
        };
    }
}
