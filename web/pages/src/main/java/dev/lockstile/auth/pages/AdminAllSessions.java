package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.outcome.Outcome;
import java.util.Map;

/** The page that asks a superuser before the sessions of all accounts end, and for the reason. */
record AdminAllSessions(Auth auth, AdminLists lists) {

    private static final String PATH = "/admin/sessions/end-all";

    void add(Routes routes) {
        routes.adminGet(PATH, this::ask);
        routes.memberPost(PATH, this::end);
        routes.keeps(PATH, AdminQuestions.REASON);
    }

    /** Asks for the recent proof before the reason, so that what is typed is not lost on the way. */
    private Reply ask(PageRequest request, Routes.Member member) {
        return auth.adminAuthorization().refusal(member.caller()).isPresent()
                ? request.toProve()
                : question(request).withReason(request.fields());
    }

    private Question question(PageRequest request) {
        return new Question("end-all-sessions", PATH, "", Map.of(), "/admin/sessions")
                .about(new AdminConcerned(lists, request.times()).ofAll());
    }

    /** The service refuses who may not act, so that the attempt stands in the audit trail. */
    private Reply end(PageRequest request, Routes.Member member) {
        String reason = request.param("reason").strip();
        if (!AuditReference.isValid(reason)) {
            return auth.adminAuthorization()
                    .refusal(member.caller())
                    .map(why -> AdminQuestions.refused(request, why))
                    .orElseGet(() -> question(request).again(AdminQuestions.refusedReason(request)));
        }
        Outcome<Integer> ended = auth.admin().endAllSessionsAs(member.caller(), reason);
        if (ended instanceof Outcome.Refused<Integer> refused) {
            return AdminQuestions.refused(request, refused.why());
        }
        request.signedOut();
        request.say("all-sessions-ended");
        return Reply.go("/sign-in");
    }
}
