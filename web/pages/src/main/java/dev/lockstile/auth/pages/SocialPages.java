package dev.lockstile.auth.pages;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SiteName;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with other sites: the way there, the way back, and the links of the own account. Where a browser returns
 * to is the pages' own address and never comes from a request. Coming back opens no session: the page shows a button,
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

    /** What an address may say of a refusal: those that have a sentence. */
    static final Set<String> SENTENCES = Stream.of(
                    Refusal.SOCIAL_LOGIN_OFF,
                    Refusal.INVALID_SOCIAL_TOKEN,
                    Refusal.INVALID_RETURN_TO,
                    Refusal.INVALID_STATE,
                    Refusal.SOCIAL_EMAIL_NOT_VERIFIED,
                    Refusal.SOCIAL_EMAIL_MISSING,
                    Refusal.SOCIAL_ACCOUNT_NOT_LINKED,
                    Refusal.TERMS_REQUIRED,
                    Refusal.SOCIAL_PROOF_TOO_OLD,
                    Refusal.SOCIAL_ALREADY_LINKED,
                    Refusal.SOCIAL_NOT_FOUND,
                    Refusal.LAST_SIGN_IN_METHOD,
                    Refusal.NO_PROVEN_ADDRESS,
                    Refusal.SESSION_ENDED,
                    Refusal.SECOND_FACTOR_REQUIRED,
                    Refusal.THROTTLED,
                    Refusal.UNAVAILABLE)
            .map(Refusal::code)
            .collect(Collectors.toUnmodifiableSet());

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
        Outcome<SocialLogin.Started> result =
                social.start(new SocialLogin.Start(site, caller, origin + request.site(BACK), request.address()));
        if (result instanceof Outcome.Refused<SocialLogin.Started> refused) {
            return refused(request, refused, "/account");
        }
        SocialLogin.Started started = result.orElseThrow();
        request.cookies().keepAway(started.browser());
        request.keepNext();
        return Reply.page(AWAY, Map.of("there", started.authorizationUri().toString(), "site", SiteName.of(site)));
    }

    private Reply callback(PageRequest request, String site) {
        SocialCallback.Answer answer = new SocialCallback.Answer(
                secret(request, "state"), secret(request, "code"), text(request, "iss"), text(request, "error"));
        Outcome<URI> result =
                social.callback(new SocialCallback(site, request.cookies().away(), answer, request.address()));
        if (result instanceof Outcome.Refused<URI> refused) {
            return refused(request, refused, BACK);
        }
        return Reply.go(BACK + "?" + result.orElseThrow().getRawQuery());
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
            return refused(request, error, null);
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
            return refused(request, Refusal.INVALID_SOCIAL_TOKEN.code(), null);
        }
        boolean link = waiting(request).filter(SocialLogin.Intent.LINK::equals).isPresent();
        return link ? finishLink(request, browser) : enter(request, browser);
    }

    private Reply enter(PageRequest request, Secret browser) {
        Fields fields = request.fields();
        Outcome<SignIn> result = social.finish(browser, request.client(), fields.checked("terms"));
        if (!(result instanceof Outcome.Refused<SignIn>)) {
            request.cookies().clearAway();
        }
        return SignInReply.of(request, result, refused -> switch (refused.why()) {
            case TERMS_REQUIRED ->
                Refusals.of(
                        TEMPLATE, fields, refused, Map.of("waiting", SocialLogin.Intent.LOGIN.name(), "terms", true));
            case DEVICE_REQUIRED -> refused(request, Refusal.INVALID_SOCIAL_TOKEN.code(), null);
            default -> refused(request, refused, BACK);
        });
    }

    private Reply finishLink(PageRequest request, Secret browser) {
        Caller caller = request.caller();
        if (caller == null) {
            return Reply.signIn(request.site(BACK));
        }
        if (social.finishLink(caller, browser) instanceof Outcome.Refused<?> refused) {
            return refused(request, refused, BACK);
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
        Outcome<Boolean> result = social.unlink(member.caller(), request.param("provider"), text(request, "id"));
        if (result instanceof Outcome.Refused<Boolean> refused) {
            return refused(request, refused, "/account");
        }
        request.say("social-unlinked");
        return Reply.go("/account");
    }

    /** @param next the page to go on with, once the person has proven again who they are */
    private static Reply refused(PageRequest request, Outcome.Refused<?> refused, String next) {
        return switch (refused.why()) {
            case STEP_UP_REQUIRED -> Reply.prove(request.site(next));
            case UNKNOWN_PROVIDER -> Reply.error(404, "not-found");
            default -> refused(request, refused.why().code(), refused.retryAt());
        };
    }

    /** In words, where the code is one of ours; an address may say anything. */
    private static Reply refused(PageRequest request, String code, @Nullable Instant retryAt) {
        boolean known = code.equals(DENIED) || SENTENCES.contains(code);
        String why = known ? code : Refusal.INVALID_SOCIAL_TOKEN.code();
        Map<String, Object> model =
                Map.of("waiting", "", "terms", false, "nextQuery", PageRequest.query(request.signInNext()));
        return Refusals.refused(TEMPLATE, request.fields(), why, Refusals.withRetry(retryAt, model));
    }
}
