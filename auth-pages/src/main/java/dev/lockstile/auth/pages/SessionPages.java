package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.token.Sessions;

/** Ending the own sessions on other devices. */
record SessionPages(Sessions sessions) {

    void add(Routes routes) {
        routes.memberPost("/account/sessions/end", this::end);
        routes.memberPost("/account/sessions/end-others", this::endOthers);
    }

    private Reply end(PageRequest request, Routes.Member member) {
        if (!sessions.end(member.caller(), new SessionId(request.param("id")))) {
            return Reply.error(404, "not-found");
        }
        request.say("session-ended-there");
        return Reply.go("/account");
    }

    private Reply endOthers(PageRequest request, Routes.Member member) {
        sessions.endOthers(member.caller());
        request.say("sessions-ended");
        return Reply.go("/account");
    }
}
