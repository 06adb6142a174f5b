package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.notice.SignInNotices;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Closed;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.util.Locale;
import java.util.Map;

/** The page behind the link of a notice of a sign-in: opening it changes nothing, its form closes the account. */
record NotMePages(SignInNotices notices) {

    private static final String PATH = "/not-me";
    private static final String TEMPLATE = "not-me";

    void add(Routes routes) {
        routes.get(PATH, request -> notices.isLive(proof(request)) ? asked(request) : Reply.error(400, "not-me-over"));
        routes.post(PATH, this::disown);
    }

    private static Reply asked(PageRequest request) {
        return Reply.page(
                TEMPLATE, Map.of("uid", request.param("uid"), "token", request.param("token"), "closed", false));
    }

    private Reply disown(PageRequest request) {
        Outcome<Closed> outcome = notices.disown(proof(request));
        if (!(outcome instanceof Outcome.Done<Closed> done)) {
            return Reply.error(400, "not-me-over");
        }
        return Reply.page(
                TEMPLATE,
                Map.of(
                        "closed",
                        true,
                        "password",
                        done.value().passwordEnded(),
                        "added",
                        done.value().added().stream().map(NotMePages::shown).toList()));
    }

    private static Map<String, String> shown(Added added) {
        return Map.of("what", added.what().name().toLowerCase(Locale.ROOT), "name", added.name());
    }

    private static LinkProof proof(PageRequest request) {
        return new LinkProof(request.param("uid"), Secret.of(request.param("token")));
    }
}
