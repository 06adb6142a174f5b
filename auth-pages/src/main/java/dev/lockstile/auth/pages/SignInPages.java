package dev.lockstile.auth.pages;

import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.LoginService;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.util.Map;

/** Signing in with a password, and out. */
record SignInPages(LoginService login, Sessions sessions) {

    private static final String TEMPLATE = "sign-in";
    private static final int IDENTIFIER_MAX = 320;

    void add(Routes routes) {
        routes.get("/sign-in", this::show);
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-out", this::signOut);
    }

    private Reply show(Visit visit) {
        Fields fields = visit.fields();
        fields.suggest("next", visit.next(""));
        return Reply.page(TEMPLATE, Map.of("form", fields));
    }

    private Reply signIn(Visit visit) {
        Fields fields = visit.fields();
        fields.suggest("next", visit.next(""));
        String name = fields.required("login", IDENTIFIER_MAX);
        Secret password = fields.secret("password");
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields);
        }
        LoginResult result = login.signIn(new PasswordLogin(name, password, visit.client()));
        if (result instanceof LoginResult.SignedIn in) {
            visit.signedIn(in.signIn());
            return Reply.leave(visit.next(visit.landing()));
        }
        return Refusals.refused(
                TEMPLATE, fields, ((LoginResult.Refused) result).why().code());
    }

    private Reply signOut(Visit visit) {
        Caller caller = visit.caller();
        if (caller != null) {
            sessions.logout(caller);
        }
        visit.signedOut();
        visit.say("signed-out");
        return Reply.go("/");
    }
}
