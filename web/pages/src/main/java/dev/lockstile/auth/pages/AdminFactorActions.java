package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;

/**
 * Removing the second factors of a user who has lost them, and calling off such a reset while it waits. Each needs a
 * recent proof and a reason, and none works on the account of a superuser.
 */
record AdminFactorActions(Auth auth, AdminQuestions questions) {

    void add(Routes routes) {
        act(routes, "reset-factors", auth.factorAdministration()::resetAs);
        act(routes, "keep-factors", auth.factorAdministration()::cancelAs);
    }

    /** False where the host serves no second factor. */
    static boolean areServed(Auth auth) {
        SecondFactors.Served served = auth.secondFactors().served();
        return served.totp() || served.recoveryCodes() || auth.passkeyLogin().isServed();
    }

    private void act(Routes routes, String name, Act act) {
        questions.serve(
                routes,
                name,
                (request, caller, user, reason) -> told(request, name, user, act.of(caller, user, reason)));
    }

    private static Reply told(PageRequest request, String name, UserId user, FactorAdministration.Reset result) {
        return switch (result) {
            case DONE, CANCELLED -> done(request, "user-" + name, user);
            case WAITING -> done(request, "user-reset-waits", user);
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> request.toProve();
            case FORBIDDEN -> Reply.error(403, "superuser-account");
            case NONE_WAITS -> Reply.error(409, "unchanged");
            case NOT_FOUND, SESSION_ENDED -> Reply.error(404, "not-found");
        };
    }

    private static Reply done(PageRequest request, String said, UserId user) {
        request.say(said, user);
        return Reply.go("/admin/user?id=" + user);
    }

    @FunctionalInterface
    private interface Act {
        FactorAdministration.Reset of(Caller caller, UserId user, String reason);
    }
}
