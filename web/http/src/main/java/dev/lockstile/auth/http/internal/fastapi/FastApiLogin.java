package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.CookieTransport;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signing in by a form, with a token in the answer or in cookies, and signing out. */
record FastApiLogin(Auth auth) {

    private static final int PASSWORD_MAX = 4096;
    private static final String BAD_CREDENTIALS = "LOGIN_BAD_CREDENTIALS";

    /** @param cookies whether tokens may go into cookies */
    List<Route> routes(boolean cookies) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.post("jwt/login", exchange -> login(exchange, FastApiLogin::token)));
        routes.add(Route.post("jwt/logout", this::logout));
        if (cookies) {
            routes.add(Route.post("cookie/login", this::loginByCookies));
            routes.add(Route.post("cookie/logout", this::logout));
        }
        return routes;
    }

    /** A form of another site would sign the browser in to an account of that site's choice. */
    private Answer loginByCookies(Exchange exchange) {
        if (CookieTransport.isCrossSite(exchange.request())) {
            throw new RefusalException(ErrorCode.CSRF_FAILED);
        }
        return login(exchange, in -> cookies(exchange, in));
    }

    private Answer login(Exchange exchange, Function<SignIn, Answer> signedIn) {
        Query form = exchange.sentForm();
        String login = form.optional("username", ContactFields.IDENTIFIER_MAX);
        String password = form.optional("password", PASSWORD_MAX);
        check(form, login, password);
        ClientInfo client = ClientInfo.web(exchange.address()).showing(exchange.evidence());
        Outcome<SignIn> result = auth.login()
                .signIn(new PasswordLogin.Request(String.valueOf(login), Secret.of(String.valueOf(password)), client));
        return result.fold(
                signedIn, challenge -> FastApiAnswers.bad("LOGIN_SECOND_FACTOR_REQUIRED"), FastApiLogin::refused);
    }

    private static void check(Query form, @Nullable String login, @Nullable String password) {
        List<FieldProblem> problems = new ArrayList<>();
        if (login == null) {
            problems.add(FieldProblem.of("username", "required"));
        }
        if (password == null) {
            problems.add(FieldProblem.of("password", "required"));
        }
        String grant = form.optional("grant_type");
        if (grant != null && !grant.equals("password")) {
            problems.add(FieldProblem.of("grant_type", "unknown_choice"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** Unknown, wrong, disabled and unproven look alike, so that a guess tells nothing of the account. */
    private static Answer refused(Outcome.Refused<SignIn> refused) {
        return switch (refused.why()) {
            case THROTTLED, BUSY, HUMAN_CHECK_REQUIRED -> throw OutcomeErrors.of(refused);
            default -> FastApiAnswers.bad(BAD_CREDENTIALS);
        };
    }

    private static Answer token(SignIn in) {
        return Answer.of(
                200,
                new JsonObject()
                        .with("access_token", in.tokens().access().reveal())
                        .with("token_type", "bearer"));
    }

    private static Answer cookies(Exchange exchange, SignIn in) {
        Answer with = exchange.cookies().refreshed(Answer.done(), in.tokens());
        return new Answer(204, null, with.headers(), with.cookies());
    }

    private Answer logout(Exchange exchange) {
        auth.sessions().logout(exchange.caller(auth.sessions()));
        return exchange.cookies().ended(Answer.done());
    }
}
