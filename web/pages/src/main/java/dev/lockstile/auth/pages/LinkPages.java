package dev.lockstile.auth.pages;

import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Signing in by a link: asking for it, opening it, or typing the code beside it. Opening the link changes nothing: the
 * page shows a button, so that a mail scanner that follows links signs no account in.
 */
record LinkPages(LinkLogin links, EntrySettings entry, SentMessage sent) {

    private static final String COOKIE = "login-link";
    private static final String ASKED = "login-link-asked";
    private static final String ASK = "link";
    private static final String OPEN = "link-open";
    private static final String SENT = "link-sent";
    private static final int IDENTIFIER_MAX = 320;
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        boolean offered = entry.offers(SignInWay.LINK);
        Function<PageRequest, Reply> without = offered ? LinkPages::show : PageRequest::onToSignIn;
        routes.get(
                "/link",
                request -> request.param("token").isEmpty()
                        ? SignedInRedirect.reply(request).orElseGet(() -> without.apply(request))
                        : open(request));
        if (offered) {
            routes.post("/link", this::ask);
        }
        routes.get(
                "/link/sent",
                request ->
                        SignedInRedirect.fromWaiting(request).orElseGet(() -> Reply.page(SENT, sent.shown(request))));
        routes.post("/link/open", this::enterByLink);
        routes.post("/link/code", this::enterByCode);
        routes.page("/link/code", "/link/sent");
    }

    private static Reply show(PageRequest request) {
        Fields fields = request.fields();
        String known = KnownLogin.contact(request.cookies());
        fields.suggest("email", known.contains("@") ? known : "");
        return Reply.page(ASK, Map.of("form", fields));
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
        Outcome<LinkLogin.Sent> result = links.request(new LinkLogin.Request(
                email, request.cookies().get(COOKIE), request.address(), request.language(), request.evidence()));
        if (result instanceof Outcome.Refused<LinkLogin.Sent> refused) {
            return refused.why() == Refusal.LOGIN_LINK_OFF
                    ? Refusals.refused(ASK, fields, "throttled")
                    : Refusals.of(ASK, fields, refused);
        }
        LinkLogin.Sent asked = result.orElseThrow();
        Duration life = asked.expiresIn();
        sent.keep(request, email);
        request.cookies().setStrict(COOKIE, asked.requestId(), life);
        request.cookies().set(ASKED, "1", life);
        request.keepNext();
        return Reply.go(request.onward("/link/sent"));
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
                : Refusals.invalid(SENT, fields, sent.shown(request));
    }

    private Reply enter(PageRequest request, Way way) {
        String asked = request.cookies().get(COOKIE);
        Outcome<SignIn> result =
                links.confirm(new LinkLogin.Attempt(asked == null ? "" : asked, way.proof(), request.client()));
        if (!(result instanceof Outcome.Refused<SignIn>)) {
            request.cookies().clear(COOKIE);
            request.cookies().clear(ASKED);
        }
        return SignInReply.of(request, result, refused -> refused(request, way, refused.why()));
    }

    private Reply refused(PageRequest request, Way way, Refusal why) {
        String code = switch (why) {
            case THROTTLED, MALFORMED_CODE -> why.code();
            default -> way.refusal();
        };
        Map<String, Object> model = sent.shown(request);
        model.put("token", request.param("token"));
        return Refusals.refused(way.template(), request.fields(), code, model);
    }

    private record Way(String template, String refusal, LinkLogin.Attempt.Proof proof) {}
}
