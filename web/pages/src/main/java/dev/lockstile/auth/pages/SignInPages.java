package dev.lockstile.auth.pages;

import dev.lockstile.auth.login.LoginService;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.SignIn;
import java.util.Map;

/** Signing in with a password, and out. */
record SignInPages(LoginService login, Sessions sessions) {

    static final String SIGN_OUT = "/sign-out";

    private static final String TEMPLATE = "sign-in";
    private static final int IDENTIFIER_MAX = 320;

    void add(Routes routes) {
        routes.get("/sign-in", this::show);
        routes.post("/sign-in", this::signIn);
        routes.post(SIGN_OUT, this::signOut);
    }

    private Reply show(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        fields.suggest("login", KnownLogin.read(request.cookies()));
        return Reply.page(TEMPLATE, Map.of("form", fields));
    }

    private Reply signIn(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        String name = fields.required("login", IDENTIFIER_MAX);
        Secret password = fields.secret("password");
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields);
        }
        Outcome<SignIn> result = login.signIn(new PasswordLogin(name, password, request.client()));
        return SignInReply.of(
                request,
                result,
                () -> request.next(request.landing()),
                refused -> Refusals.of(TEMPLATE, fields, refused));
    }

    private Reply signOut(PageRequest request) {
        Caller caller = request.caller();
        if (caller != null) {
            sessions.logout(caller);
        }
        request.signedOut();
        request.say("signed-out");
        return Reply.go("/");
    }
}
