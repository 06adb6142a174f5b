package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.LinkLogin.Attempt.Proof;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asking for a link to sign in with, and signing in with it. */
record LinkLoginEndpoints(LinkLogin links, SignInAnswers signIns) {

    private static final int REQUEST_MAX = 200;
    private static final int TOKEN_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(
                Route.post("login/link/request", this::request), Route.post("login/link/confirm", this::confirm));
    }

    private Answer request(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String email = fields.required("email", IDENTIFIER_MAX);
        fields.check();
        LinkLogin.Sent sent = OutcomeErrors.value(
                links.request(new LinkLogin.Request(
                        email,
                        exchange.cookies().loginLinkCookie(),
                        exchange.address(),
                        exchange.language(),
                        exchange.evidence())),
                exchange);
        return exchange.cookies().linkSent(Answer.of(200, sent(sent, exchange)), sent.requestId(), sent.expiresIn());
    }

    private JsonObject sent(LinkLogin.Sent sent, Exchange exchange) {
        JsonObject told = new JsonObject().with("detail", exchange.texts().done("link_sent"));
        return signIns.payload()
                .constant(told, "email_sent", true)
                .with("request_id", sent.requestId())
                .with("expires_in", sent.expiresIn().toSeconds());
    }

    private Answer confirm(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String token = fields.optional("token", TOKEN_MAX);
        String code = fields.optional("code", CODE_MAX);
        String named = fields.optional("request_id", REQUEST_MAX);
        if ((token == null) == (code == null)) {
            fields.refuseUnlessRefused("token", token == null ? "required" : "ambiguous");
        }
        ClientFields client = ClientFields.of(fields);
        fields.check();
        String held = named == null ? exchange.cookies().loginLinkCookie() : named;
        LinkLogin.Attempt attempt =
                new LinkLogin.Attempt(held == null ? "" : held, proof(token, code), exchange.client(client));
        return exchange.cookies().linkUsed(signIns.answer(links.confirm(attempt), client, exchange));
    }

    private static Proof proof(@Nullable String token, @Nullable String code) {
        return token == null
                ? new Proof.Code(Secret.of(Objects.requireNonNull(code)))
                : new Proof.Token(Secret.of(token));
    }
}
