package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.InvitationAdministration.Invitation;
import dev.lockstile.auth.account.PasswordAdministration.TemporaryPassword;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Actions of an administrator on an account: a page that asks, and a form with the reason. Each needs its permission
 * and a recent proof (ASVS 7.5.3), and none works on the own account.
 */
record AdminActions(Auth auth, AdminQuestions questions, Clock clock) {

    /** @param signUp false where no page confirms a registration */
    void add(Routes routes, boolean signUp) {
        AccountAdministration admin = auth.admin();
        questions.serve(routes, AdminQuestions.DISABLE, this::disable);
        act(routes, "enable", admin::enableAs);
        act(routes, "delete", admin::deleteAs);
        act(routes, "restore", admin::restoreAs);
        act(routes, AdminQuestions.END_SESSIONS, admin::endSessionsAs);
        questions.serve(routes, AdminQuestions.END_SESSION, this::endSession);
        act(routes, "reset-password", admin::requestPasswordResetAs);
        act(routes, "require-password", admin::requireNewPasswordAs);
        act(
                routes,
                "invite",
                (caller, user, reason) -> admin.inviteAgainAs(caller, user, Invitation.USUAL_LIFE, reason));
        act(routes, "revoke-invitation", admin::revokeInvitationAs);
        act(routes, "keep", admin::keepAs);
        questions.serve(routes, "temporary-password", this::temporaryPassword);
        if (auth.apiKeys().isServed()) {
            questions.serve(routes, "api-key", "api-key", this::revokeKey);
            act(routes, AdminQuestions.END_API_KEYS, admin::endApiKeysAs);
        }
        if (signUp) {
            routes.adminPost("/admin/user/resend", this::resend);
        }
    }

    private void act(Routes routes, String name, Act act) {
        questions.serve(
                routes,
                name,
                (request, caller, user, reason) -> told(request, name, user, act.of(caller, user, reason)));
    }

    /** Until the end of a day of UTC, or without an end. */
    private Reply disable(PageRequest request, Caller caller, UserId user, String reason) {
        Fields fields = request.fields();
        fields.optional("reason", Integer.MAX_VALUE);
        LocalDate day = fields.date("until");
        Instant until = day == null
                ? null
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant now = clock.instant();
        if (until != null
                && (!until.isAfter(now) || until.isAfter(now.plus(AccountAdministration.LONGEST_DISABLING)))) {
            fields.refuse("until", "invalid");
        }
        if (!fields.isFine()) {
            return questions.again(request, caller, user, AdminQuestions.DISABLE, fields);
        }
        Change result = until == null
                ? auth.admin().disableAs(caller, user, reason)
                : auth.admin().disableAs(caller, user, until, reason);
        return told(request, AdminQuestions.DISABLE, user, result);
    }

    private Reply endSession(PageRequest request, Caller caller, UserId user, String reason) {
        Change result = auth.admin().endSessionAs(caller, user, new SessionId(request.param("account")), reason);
        return result == Change.DONE
                ? said(request, "user-" + AdminQuestions.END_SESSION, user, "/admin/user?tab=sessions&id=")
                : told(request, AdminQuestions.END_SESSION, user, result);
    }

    private Reply revokeKey(PageRequest request, Caller caller, UserId user, String reason) {
        Change result = auth.admin().revokeApiKeyAs(caller, user, request.param("account"), reason);
        return result == Change.DONE
                ? said(request, "user-api-key", user, "/admin/user?tab=ways&id=")
                : told(request, "api-key", user, result);
    }

    /** The password stands in the answer to the form, and nowhere else. */
    private Reply temporaryPassword(PageRequest request, Caller caller, UserId user, String reason) {
        Outcome<Secret> set = auth.admin().setTemporaryPasswordAs(caller, user, TemporaryPassword.made(), reason);
        if (!(set instanceof Outcome.Refused<Secret> refused)) {
            return ShownOnce.temporaryPassword(user, set.orElseThrow());
        }
        return switch (refused.why()) {
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> request.toProve();
            case FORBIDDEN -> Reply.error(403, "superuser-account");
            case NO_PROVEN_ADDRESS, INVALID_INPUT -> Reply.error(409, "unchanged");
            case BUSY -> Reply.error(503, "unavailable");
            default -> Reply.error(404, "not-found");
        };
    }

    private static Reply said(PageRequest request, String said, UserId user, String path) {
        request.say(said, user);
        return Reply.go(path + user);
    }

    private static Reply told(PageRequest request, String name, UserId user, Change result) {
        return switch (result) {
            case DONE -> said(request, "user-" + name, user, "/admin/user?id=");
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> request.toProve();
            case FORBIDDEN -> Reply.error(403, "superuser-account");
            case SESSION_ENDED -> Reply.error(404, "not-found");
            case THROTTLED -> Reply.error(429, "throttled");
            case NOT_FOUND, UNCHANGED, TAKEN, VETOED, UNKNOWN_ROLE -> Reply.error(409, "unchanged");
        };
    }

    /** The confirmation of a registration, which goes to the address that it was asked for and nowhere else. */
    private Reply resend(PageRequest request, Routes.Member member) {
        Outcome<String> result = auth.registrations().resendConfirmation(request.param("email"), request.address());
        if (result.isDone()) {
            request.say("resent");
            return auth.userId(request.param("id"))
                    .map(user -> Reply.go("/admin/user?id=" + user))
                    .orElseGet(() -> Reply.go("/admin/users"));
        }
        return Reply.error(
                result.isRefused(Refusal.THROTTLED) ? 429 : 404,
                result.isRefused(Refusal.THROTTLED) ? "throttled" : "not-found");
    }

    @FunctionalInterface
    private interface Act {
        Change of(Caller caller, UserId user, String reason);
    }
}
