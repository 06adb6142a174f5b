package dev.lockstile.auth.pages;

import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.Map;

/**
 * Signing in: the address or number first, then the ways in, or both on one page; and signing out. The first step asks
 * no service, so its answer and its time are the same for every address.
 */
record SignInPages(PasswordLogin login, EntrySettings entry) {

    static final String SIGN_OUT = "/sign-out";

    private static final String PATH = "/sign-in";
    private static final String WAYS_PATH = "/sign-in/ways";
    private static final String TEMPLATE = "sign-in";
    private static final String WAYS = "sign-in-ways";
    private static final String LOGIN = "login";
    private static final int IDENTIFIER_MAX = 320;

    void add(Routes routes) {
        routes.guestGet(PATH, this::show);
        if (entry.isIdentifierFirst()) {
            routes.guestGet(WAYS_PATH, this::showWays);
            routes.post(WAYS_PATH, this::identify);
        } else {
            routes.get(WAYS_PATH, request -> Reply.go(request.onward(PATH)));
        }
        if (entry.offers(SignInWay.PASSWORD)) {
            routes.post(PATH, this::signIn);
        }
        routes.post(SIGN_OUT, this::signOut);
    }

    private Reply show(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        fields.suggest(LOGIN, KnownLogin.read(request.cookies()));
        return Reply.page(TEMPLATE, Map.of("form", fields));
    }

    private Reply identify(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        String name = fields.required(LOGIN, IDENTIFIER_MAX);
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields);
        }
        KnownLogin.keep(request.cookies(), name);
        return Reply.go(request.onward(WAYS_PATH));
    }

    private Reply showWays(PageRequest request) {
        String name = KnownLogin.read(request.cookies());
        if (name.isEmpty()) {
            return Reply.go(request.onward(PATH));
        }
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        fields.suggest(LOGIN, name);
        return Reply.page(WAYS, Map.of("form", fields, "kind", kind(name)));
    }

    private Reply signIn(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        String name = fields.required(LOGIN, IDENTIFIER_MAX);
        Secret password = fields.secret("password");
        if (!fields.isFine()) {
            return Refusals.invalid(template(name), fields, Map.of("kind", kind(name)));
        }
        Outcome<SignIn> result = login.signIn(new PasswordLogin.Request(name, password, request.client()));
        return SignInReply.of(
                request,
                result,
                () -> request.next(request.landing()),
                refused -> Refusals.of(template(name), fields, refused, Map.of("kind", kind(name))));
    }

    /** The page that the form stood on. */
    private String template(String name) {
        return entry.isIdentifierFirst() && !name.isEmpty() ? WAYS : TEMPLATE;
    }

    /** By the characters alone: to what looks like an address goes a link or a code, to a number a code. */
    private static String kind(String name) {
        return Contact.looksLike(name).map(IdentifierKind::name).orElse("");
    }

    private Reply signOut(PageRequest request) {
        request.endSession();
        request.say("signed-out");
        return entry.after(PageEnd.SIGN_OUT);
    }
}
