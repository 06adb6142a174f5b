package dev.lockstile.auth.pages;

import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.secret.Secret;
import java.util.Map;

/**
 * Signing in by a link: asking for it, opening it, or typing the code beside it. Opening the link changes nothing: the
 * page shows a button, so that a mail scanner that follows links signs nobody in.
 */
record LinkPages(LinkLogin links) {

    private static final String COOKIE = "login-link";
    private static final String ASKED = "login-link-asked";
    private static final String ASK = "link";
    private static final String OPEN = "link-open";
    private static final String SENT = "link-sent";
    private static final int IDENTIFIER_MAX = 320;
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.get("/link", request -> request.param("token").isEmpty() ? Reply.page(ASK) : open(request));
        routes.post("/link", this::ask);
        routes.get("/link/sent", request -> Reply.page(SENT));
        routes.post("/link/open", this::enterByLink);
        routes.post("/link/code", this::enterByCode);
        routes.page("/link/code", "/link/sent");
    }

    /**
     * Looks without effect. The request lies in a cookie that no other site sends along, so a second cookie says that
     * this browser has asked for a link that may be live; without either, or with a link that is over, the page asks
     * for a new one.
     */
    private Reply open(PageRequest request) {
        String asked = request.cookies().get(COOKIE);
        boolean live = asked == null
                ? request.cookies().get(ASKED) != null
                : links.isLive(asked, Secret.of(request.param("token")));
        return live
                ? Reply.page(OPEN, Map.of("token", request.param("token"), "next", request.signInNext()))
                : Reply.page(ASK, Map.of("form", request.fields(), "refused", "login_link_elsewhere"));
    }

    private Reply ask(PageRequest request) {
        Fields fields = request.fields();
        String email = fields.required("email", IDENTIFIER_MAX);
        if (!fields.isFine()) {
            return Refusals.invalid(ASK, fields);
        }
        LinkLogin.RequestResult result = links.request(new LinkLogin.Request(
                email, request.cookies().get(COOKIE), request.address(), request.language(), request.evidence()));
        if (result instanceof LinkLogin.RequestResult.Sent sent) {
            request.cookies().setStrict(COOKIE, sent.requestId(), sent.expiresIn());
            request.cookies().set(ASKED, "1", sent.expiresIn());
            request.keepNext();
            return Reply.go(request.onward("/link/sent"));
        }
        if (result instanceof LinkLogin.RequestResult.Invalid invalid) {
            return Refusals.invalid(ASK, fields.refuse(invalid.problems()));
        }
        boolean human = result instanceof LinkLogin.RequestResult.HumanCheckRequired;
        return Refusals.refused(ASK, fields, human ? Refusals.HUMAN_CHECK : "throttled");
    }

    private Reply enterByLink(PageRequest request) {
        String token = request.param("token");
        return enter(
                request, new Way(OPEN, "login_link_elsewhere", new LinkLogin.Attempt.Proof.Token(Secret.of(token))));
    }

    private Reply enterByCode(PageRequest request) {
        Fields fields = request.fields();
        String code = fields.required("code", CODE_MAX);
        fields.suggest("code", "");
        return fields.isFine()
                ? enter(request, new Way(SENT, "invalid_code", new LinkLogin.Attempt.Proof.Code(Secret.of(code))))
                : Refusals.invalid(SENT, fields);
    }

    private Reply enter(PageRequest request, Way way) {
        String asked = request.cookies().get(COOKIE);
        LinkLogin.Result result =
                links.confirm(new LinkLogin.Attempt(asked == null ? "" : asked, way.proof(), request.client()));
        if (result instanceof LinkLogin.Result.SignedIn in) {
            request.cookies().clear(COOKIE);
            request.cookies().clear(ASKED);
            request.signedIn(in.signIn());
            return Reply.leave(request.afterSignIn());
        }
        if (result instanceof LinkLogin.Result.SecondFactorRequired wanted) {
            request.cookies().clear(COOKIE);
            request.cookies().clear(ASKED);
            return SecondFactorPages.ask(request, wanted.challenge());
        }
        String why = result instanceof LinkLogin.Result.Throttled
                ? "throttled"
                : result instanceof LinkLogin.Result.MalformedCode ? "malformed_code" : way.refusal();
        return Refusals.refused(way.template(), request.fields(), why, Map.of("token", request.param("token")));
    }

    private record Way(String template, String refusal, LinkLogin.Attempt.Proof proof) {}
}
