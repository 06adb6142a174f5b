package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers forms: refuses those of other sites and browsers, and keeps what was typed where a sign-in or a new proof
 * comes first. No form acts but with the token of the session that is signed in.
 */
record FormRequests(Routes routes, FormOwner owner, KeptForms kept, Clock clock) {

    private static final Duration SENT_AGAIN = Duration.ofSeconds(10);
    private static final Set<String> SIGN_INS =
            Set.of("/sign-in", "/code/verify", "/link/open", "/link/code", "/second-factor", "/sign-in/passkey");

    /** @param foreign whether the browser says that another site sent the form */
    Reply answer(PageRequest request, boolean foreign, Function<PageRequest, Reply> handler) {
        if (foreign) {
            return Reply.error(403, "csrf");
        }
        if (!request.isOwnForm()) {
            return isSentAgain(request) ? Reply.leave(request.afterSignIn()) : stale(request);
        }
        Caller before = request.caller();
        Reply reply = handler.apply(request);
        List<String> names = routes.kept(request.path());
        if (reply instanceof Reply.Go go && go.keepsForm()) {
            kept.keep(request, names);
        } else if (!names.isEmpty() || (before != null && request.caller() == null)) {
            kept.drop(request);
        } else {
            kept.dropOfOthers(request);
        }
        return reply;
    }

    /**
     * A form of another session than the one that is signed in does nothing; its user is led to where it can be sent
     * again.
     */
    private Reply stale(PageRequest request) {
        Caller caller = request.caller();
        String formOwner = Csrf.owner(request.param(Csrf.FIELD));
        if (caller == null && FormOwner.isOne(formOwner)) {
            return ended(request);
        }
        List<String> names = routes.kept(request.path());
        if (caller != null && !names.isEmpty() && owner.isOf(caller, formOwner)) {
            kept.keep(request, names);
            return Reply.go(request.formAddress());
        }
        return Reply.error(403, "csrf");
    }

    /**
     * A browser that is signed out has nothing to sign out from; its cookies stay, since a form of another site comes
     * without them.
     */
    private Reply ended(PageRequest request) {
        if (request.path().equals(SignInPages.SIGN_OUT)) {
            return Reply.go("/");
        }
        if (!routes.isForMembers(request.path())) {
            return Reply.error(403, "csrf");
        }
        kept.keep(request, routes.kept(request.path()));
        request.say("session-ended");
        return request.toSignIn();
    }

    /**
     * The second click on a sign-in that has just been answered: it goes on to where the first one led, and does
     * nothing.
     */
    private boolean isSentAgain(PageRequest request) {
        Caller caller = request.caller();
        return caller != null
                && SIGN_INS.contains(request.path())
                && clock.instant().isBefore(caller.authTime().plus(SENT_AGAIN))
                && request.isSentAgain();
    }
}
