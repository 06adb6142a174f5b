package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.social.SocialSignInResult;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The error answers of sign-in with other sites. */
record SocialRefusals(SecondFactors factors) {

    SocialSignInResult.SignedIn in(SocialSignInResult result, Exchange exchange) {
        if (result instanceof SocialSignInResult.SignedIn in) {
            return in;
        }
        if (result instanceof SocialSignInResult.SecondFactorRequired wanted) {
            throw SecondFactorRefusals.required(wanted.challenge(), exchange);
        }
        if (result instanceof SocialSignInResult.Refused refused) {
            throw of(refused.why(), refused.retryAt(), null);
        }
        throw invalid("device", "required");
    }

    <T> T done(SocialResult<T> result, @Nullable Caller caller) {
        if (result instanceof SocialResult.Refused<T> refused) {
            throw of(refused.why(), refused.retryAt(), caller);
        }
        return ((SocialResult.Done<T>) result).value();
    }

    private RuntimeException of(SocialResult.Refusal why, @Nullable Instant retryAt, @Nullable Caller caller) {
        return switch (why) {
            case UNKNOWN_PROVIDER -> invalid("provider", "unknown_choice");
            case TRANSACTION_REQUIRED -> invalid("transaction_id", "required");
            case CODE_NOT_CHECKED -> invalid("id_token", "required");
            case INVALID_RETURN_TO -> invalid("return_to", "invalid");
            case INVALID_REDIRECT_URI -> invalid("redirect_uri", "invalid");
            case ACCOUNT_ID_REQUIRED -> invalid("social_account_id", "required");
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED ->
                caller == null
                        ? new RefusalException(ErrorCode.STEP_UP_REQUIRED)
                        : SecondFactorRefusals.stepUp(factors, caller);
            case THROTTLED -> new RefusalException(ErrorCode.THROTTLED, retryAt);
            default -> new RefusalException(code(why));
        };
    }

    private static ErrorCode code(SocialResult.Refusal why) {
        return switch (why) {
            case OFF -> ErrorCode.SOCIAL_LOGIN_OFF;
            case INVALID_STATE -> ErrorCode.INVALID_STATE;
            case EMAIL_NOT_VERIFIED -> ErrorCode.SOCIAL_EMAIL_NOT_VERIFIED;
            case EMAIL_MISSING -> ErrorCode.SOCIAL_EMAIL_MISSING;
            case NOT_LINKED -> ErrorCode.SOCIAL_ACCOUNT_NOT_LINKED;
            case TERMS_REQUIRED -> ErrorCode.TERMS_REQUIRED;
            case PROOF_TOO_OLD -> ErrorCode.SOCIAL_PROOF_TOO_OLD;
            case ALREADY_LINKED -> ErrorCode.SOCIAL_ALREADY_LINKED;
            case NOT_FOUND -> ErrorCode.SOCIAL_NOT_FOUND;
            case NOT_SUSPENDED -> ErrorCode.SOCIAL_NOT_SUSPENDED;
            case LAST_SIGN_IN_METHOD -> ErrorCode.LAST_SIGN_IN_METHOD;
            case NO_PROVEN_ADDRESS -> ErrorCode.NO_PROVEN_ADDRESS;
            case FORBIDDEN -> ErrorCode.FORBIDDEN;
            case UNKNOWN_USER -> ErrorCode.NOT_FOUND;
            case SESSION_ENDED -> ErrorCode.INVALID_TOKEN;
            case UNAVAILABLE -> ErrorCode.UNAVAILABLE;
            default -> ErrorCode.INVALID_SOCIAL_TOKEN;
        };
    }

    private static InvalidInputException invalid(String field, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(field, code)));
    }
}
