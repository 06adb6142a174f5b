package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.token.Sessions;

/** Ending the own sessions on other devices. */
record SessionPages(Sessions sessions) {

    void add(Routes routes) {
        routes.memberPost("/account/sessions/end", this::end);
        routes.memberPost("/account/sessions/end-others", this::endOthers);
    }

    private Reply end(Visit visit, Routes.Member member) {
        if (!sessions.end(member.caller(), new SessionId(visit.param("id")))) {
            return Reply.error(404, "not-found");
        }
        visit.say("session-ended-there");
        return Reply.go("/account");
    }

    private Reply endOthers(Visit visit, Routes.Member member) {
        sessions.endOthers(member.caller());
        visit.say("sessions-ended");
        return Reply.go("/account");
    }
}
