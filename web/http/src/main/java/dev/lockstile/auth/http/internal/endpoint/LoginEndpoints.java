package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;

/** Signing in with a password, and acting in another profile. */
record LoginEndpoints(Services services, SignInAnswers signIns) {

    private static final int KEY_MAX = 100;
    private static final int TICKET_MAX = 500;

    List<Route> routes() {
        return List.of(Route.post("profile/switch", this::switchProfile));
    }

    List<Route> passwordRoutes() {
        return List.of(
                Route.post("login/basic", this::signIn), Route.post("login/new-password", this::replacePassword));
    }

    private Answer signIn(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String login = fields.required("login", IDENTIFIER_MAX);
        Secret password = fields.secret("password");
        ClientFields client = ClientFields.of(fields);
        fields.check();
        return signIns.answer(
                services.login().signIn(new PasswordLogin.Request(login, password, exchange.client(client))),
                client,
                exchange);
    }

    private Answer replacePassword(Exchange exchange) {
        RequestFields fields = exchange.fields();
        Secret ticket = Secret.of(fields.required("ticket", TICKET_MAX));
        Secret password = fields.confirmedSecret("new_password");
        ClientFields client = ClientFields.of(fields);
        fields.check();
        return signIns.answer(
                services.login()
                        .replacePassword(
                                new PasswordLogin.PasswordReplacement(ticket, password, exchange.client(client))),
                client,
                exchange);
    }

    private Answer switchProfile(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String key = fields.key("profile", KEY_MAX);
        ClientFields client = ClientFields.of(fields);
        Secret refresh = fields.optionalSecret("refresh");
        fields.check();
        ProfileId profile =
                services.profileId().apply(key).orElseThrow(() -> new RefusalException(ErrorCode.PROFILE_NOT_FOUND));
        ProfileSwitch request = new ProfileSwitch(
                profile,
                exchange.client(client),
                refresh == null ? exchange.cookies().refreshCookie() : refresh);
        SignIn in = OutcomeErrors.value(
                services.login().switchProfile(caller, request), exchange, services.secondFactors(), caller);
        return exchange.cookies().switched(Answer.of(200, signIns.payload().of(in, client.kind())), client.kind(), in);
    }
}
