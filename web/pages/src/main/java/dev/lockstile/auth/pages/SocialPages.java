package dev.lockstile.auth.pages;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.social.SocialSignInResult;
import dev.lockstile.auth.token.Caller;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with other sites: the way there, the way back, and the links of the own account. Where a browser returns
 * to is the pages' own address and never comes from a request. Coming back signs nobody in: the page shows a button,
 * since a browser that another site sends here does not show all of its cookies.
 *
 * @param origin of the pages, such as {@code https://acme.example}
 */
record SocialPages(SocialLogin social, String origin) {

    private static final String BACK = "/social/back";
    private static final String UNLINK = "/account/social/unlink";
    private static final String TEMPLATE = "social";
    private static final String AWAY = "social-away";
    private static final String DENIED = "access_denied";

    void add(Routes routes) {
        for (String site : social.providers()) {
            routes.get("/social/callback/" + site, request -> callback(request, site));
        }
        routes.post("/sign-in/social", request -> start(request, null));
        routes.get(BACK, this::back);
        routes.post("/social/finish", this::finish);
        routes.page("/social/finish", BACK);
        routes.memberPost("/account/social/link", (request, member) -> start(request, member.caller()));
        routes.memberGet(UNLINK, this::askUnlink);
        routes.memberPost(UNLINK, this::unlink);
    }

    /** A page that leads there, and no redirect: browsers refuse one from a form to another site under our policy. */
    private Reply start(PageRequest request, @Nullable Caller caller) {
        String site = request.param("provider");
        SocialResult<SocialLogin.Started> result =
                social.start(new SocialLogin.Start(site, caller, origin + request.site(BACK), request.address()));
        if (result instanceof SocialResult.Refused<SocialLogin.Started> refused) {
            return refused(request, refused.why(), "/account");
        }
        SocialLogin.Started started = ((SocialResult.Done<SocialLogin.Started>) result).value();
        request.cookies().keepAway(started.browser());
        request.keepNext();
        return Reply.page(AWAY, Map.of("there", started.authorizationUri().toString(), "site", SiteName.of(site)));
    }

    private Reply callback(PageRequest request, String site) {
        SocialCallback.Answer answer = new SocialCallback.Answer(
                secret(request, "state"), secret(request, "code"), text(request, "iss"), text(request, "error"));
        SocialResult<URI> result =
                social.callback(new SocialCallback(site, request.cookies().away(), answer, request.address()));
        if (result instanceof SocialResult.Refused<URI> refused) {
            return refused(request, refused.why(), BACK);
        }
        return Reply.go(BACK + "?" + ((SocialResult.Done<URI>) result).value().getRawQuery());
    }

    private static @Nullable String text(PageRequest request, String name) {
        String text = request.param(name);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Secret secret(PageRequest request, String name) {
        String text = text(request, name);
        return text == null ? null : Secret.of(text);
    }

    private Reply back(PageRequest request) {
        String error = request.param("social_error");
        Optional<SocialLogin.Intent> waiting = waiting(request);
        if (!error.isEmpty() || waiting.isEmpty()) {
            return refused(request, error);
        }
        return Reply.page(TEMPLATE, Map.of("waiting", waiting.get().name(), "terms", false));
    }

    private Optional<SocialLogin.Intent> waiting(PageRequest request) {
        Secret browser = request.cookies().away();
        return browser == null ? Optional.empty() : social.waiting(browser);
    }

    private Reply finish(PageRequest request) {
        Secret browser = request.cookies().away();
        if (browser == null) {
            return refused(request, SocialResult.Refusal.INVALID_TOKEN, BACK);
        }
        boolean link = waiting(request).filter(SocialLogin.Intent.LINK::equals).isPresent();
        return link ? finishLink(request, browser) : enter(request, browser);
    }

    private Reply enter(PageRequest request, Secret browser) {
        Fields fields = request.fields();
        SocialSignInResult result = social.finish(browser, request.client(), fields.checked("terms"));
        if (result instanceof SocialSignInResult.SignedIn in) {
            request.cookies().clearAway();
            request.signedIn(in.signIn());
            return Reply.leave(request.afterSignIn());
        }
        if (result instanceof SocialSignInResult.SecondFactorRequired wanted) {
            request.cookies().clearAway();
            return SecondFactorPages.ask(request, wanted.challenge());
        }
        SocialResult.Refusal why = result instanceof SocialSignInResult.Refused refused
                ? refused.why()
                : SocialResult.Refusal.INVALID_TOKEN;
        return why == SocialResult.Refusal.TERMS_REQUIRED
                ? Refusals.refused(
                        TEMPLATE, fields, why.code(), Map.of("waiting", SocialLogin.Intent.LOGIN.name(), "terms", true))
                : refused(request, why, BACK);
    }

    private Reply finishLink(PageRequest request, Secret browser) {
        Caller caller = request.caller();
        if (caller == null) {
            return Reply.signIn(request.site(BACK));
        }
        if (social.finishLink(caller, browser) instanceof SocialResult.Refused<?> refused) {
            return refused(request, refused.why(), BACK);
        }
        request.cookies().clearAway();
        request.say("social-linked");
        return Reply.go("/account");
    }

    private Reply askUnlink(PageRequest request, Routes.Member member) {
        String site = request.param("provider");
        if (!social.providers().contains(site)) {
            return Reply.error(404, "not-found");
        }
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("provider", site);
        if (!request.param("id").isEmpty()) {
            hidden.put("id", request.param("id"));
        }
        return new Question("unlink", UNLINK, SiteName.of(site), hidden, "/account").page();
    }

    private Reply unlink(PageRequest request, Routes.Member member) {
        SocialResult<Boolean> result = social.unlink(member.caller(), request.param("provider"), text(request, "id"));
        if (result instanceof SocialResult.Refused<Boolean> refused) {
            return refused(request, refused.why(), "/account");
        }
        request.say("social-unlinked");
        return Reply.go("/account");
    }

    /** @param next the page to go on with, once the person has proven again who they are */
    private static Reply refused(PageRequest request, SocialResult.Refusal why, String next) {
        return switch (why) {
            case STEP_UP_REQUIRED -> Reply.prove(request.site(next));
            case UNKNOWN_PROVIDER -> Reply.error(404, "not-found");
            default -> refused(request, why.code());
        };
    }

    /** In words, where the code is one of ours; an address may say anything. */
    private static Reply refused(PageRequest request, String code) {
        boolean known = Stream.concat(
                        Stream.of(SocialResult.Refusal.values()).map(SocialResult.Refusal::code), Stream.of(DENIED))
                .anyMatch(code::equals);
        String why = known && request.texts().has("refused." + code) ? code : SocialResult.Refusal.INVALID_TOKEN.code();
        return Refusals.refused(
                TEMPLATE,
                request.fields(),
                why,
                Map.of("waiting", "", "terms", false, "nextQuery", PageRequest.query(request.signInNext())));
    }
}
