package dev.lockstile.auth.pages;

import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.impersonation.Impersonation.Acting;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Sessions;

/** Lets administrators see the pages as the owner of an account does, with a banner by which they stop. */
record ActingPages(Impersonation impersonation, Sessions sessions, AdminQuestions questions) {

    static final String STOP = "/acting/stop";

    private static final String ACT = "impersonate";

    void add(Routes routes) {
        questions.serve(
                routes,
                ACT,
                ACT,
                (request, caller, user, reason) -> began(request, impersonation.begin(caller, user, reason)));
        routes.memberPost(STOP, this::stop);
    }

    private static Reply began(PageRequest request, Outcome<Acting> outcome) {
        if (outcome instanceof Outcome.Refused<Acting> refused) {
            return switch (refused.why()) {
                case STEP_UP_REQUIRED -> request.toProve();
                case FORBIDDEN, SECOND_FACTOR_REQUIRED -> Reply.error(403, "not-acted-for");
                case ACCOUNT_UNAVAILABLE -> Reply.error(409, "unchanged");
                default -> Reply.error(404, "not-found");
            };
        }
        request.session().act(outcome.orElseThrow().accessToken());
        return Reply.go("/account");
    }

    private Reply stop(PageRequest request, Routes.Member member) {
        if (member.caller().actor().isEmpty()) {
            return Reply.error(404, "not-found");
        }
        sessions.logout(member.caller());
        request.session().stopActing();
        UserId user = member.caller().user();
        return Reply.go("/admin/user?id=" + user);
    }
}
