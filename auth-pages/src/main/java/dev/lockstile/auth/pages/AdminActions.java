package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Accounts.ResendResult;
import dev.lockstile.auth.model.UserId;
import java.util.function.Predicate;

/**
 * Actions of a superuser on an account. Each needs a recent proof of who the superuser is (ASVS 7.5.3), and none
 * works on the own account, so that the last superuser cannot be locked out.
 */
record AdminActions(Auth auth) {

    /** @param signUp false where no page confirms a registration */
    void add(Routes routes, boolean signUp) {
        act(routes, "disable", user -> auth.admin().disable(user));
        act(routes, "enable", user -> auth.admin().enable(user));
        act(routes, "delete", user -> auth.admin().delete(user));
        act(routes, "restore", user -> auth.admin().restore(user));
        act(routes, "end-sessions", user -> auth.admin().endSessions(user));
        if (signUp) {
            routes.adminPost("/admin/user/resend", this::resend);
        }
    }

    private void act(Routes routes, String name, Predicate<UserId> action) {
        routes.adminPost("/admin/user/" + name, (request, member) -> act(request, member, action));
    }

    private Reply act(PageRequest request, Routes.Member member, Predicate<UserId> action) {
        UserId user = auth.userId(request.param("id")).orElse(null);
        if (user == null) {
            return Reply.error(404, "not-found");
        }
        if (auth.adminAuthorization().refusal(member.caller()).isPresent()) {
            return Reply.go("/prove?next=" + request.site("/admin/users"));
        }
        if (user.equals(member.caller().user())) {
            return Reply.error(409, "own-account");
        }
        if (!action.test(user)) {
            return Reply.error(409, "unchanged");
        }
        request.say("changed");
        return Reply.go("/admin/user?id=" + user);
    }

    /** The confirmation of a registration, which goes to the address that it was asked for and nowhere else. */
    private Reply resend(PageRequest request, Routes.Member member) {
        ResendResult result = auth.accounts().resendConfirmation(request.param("email"), request.address());
        if (result instanceof ResendResult.Accepted) {
            request.say("resent");
            return auth.userId(request.param("id"))
                    .map(user -> Reply.go("/admin/user?id=" + user))
                    .orElseGet(() -> Reply.go("/admin/users"));
        }
        return Reply.error(
                result instanceof ResendResult.Throttled ? 429 : 404,
                result instanceof ResendResult.Throttled ? "throttled" : "not-found");
    }
}
