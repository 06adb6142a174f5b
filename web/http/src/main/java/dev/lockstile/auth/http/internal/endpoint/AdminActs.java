package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.token.Caller;

/** The error answer of an act of administration that was not done. */
record AdminActs(Services services) {

    void done(Change change, Caller caller) {
        switch (change) {
            case DONE -> {}
            case UNCHANGED -> throw new RefusalException(ErrorCode.UNCHANGED);
            case THROTTLED -> throw new RefusalException(ErrorCode.THROTTLED);
            case NOT_FOUND -> throw new RefusalException(ErrorCode.NOT_FOUND);
            case TAKEN -> throw new RefusalException(ErrorCode.EMAIL_TAKEN);
            case SESSION_ENDED -> throw new RefusalException(ErrorCode.INVALID_TOKEN);
            case UNKNOWN_ROLE -> throw OutcomeErrors.field("role", "unknown_choice");
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED ->
                throw OutcomeErrors.stepUp(services.secondFactors(), caller);
            case VETOED, FORBIDDEN -> throw new RefusalException(ErrorCode.FORBIDDEN);
        }
    }
}
