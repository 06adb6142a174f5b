package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.token.Sessions;
import java.util.Map;

/** Ending the own sessions on other devices. */
record SessionPages(Sessions sessions) {

    private static final String OTHERS = "/account/sessions/end-others";

    void add(Routes routes) {
        routes.memberPost("/account/sessions/end", this::end);
        routes.memberGet(
                OTHERS,
                (request, member) -> Question.own("sessions", OTHERS, Map.of()).page());
        routes.memberPost(OTHERS, this::endOthers);
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
