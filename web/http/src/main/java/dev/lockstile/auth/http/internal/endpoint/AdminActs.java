package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.token.Caller;

/** The error answer of an act of administration that was not done. */
record AdminActs(Services services) {

    void done(Change change, Caller caller) {
        switch (change) {
            case DONE -> {}
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED ->
                throw OutcomeErrors.stepUp(services.secondFactors(), caller);
            default -> throw OutcomeErrors.of(change);
        }
    }
}
