package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.LinkLogin.Attempt.Proof;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asking for a link to sign in with, and signing in with it. */
record LinkLoginEndpoints(LinkLogin links, AccountPayload payload) {

    private static final int REQUEST_MAX = 200;
    private static final int TOKEN_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(
                Route.post("login/link/request", this::request), Route.post("login/link/confirm", this::confirm));
    }

    private Answer request(Exchange exchange) {
        Form form = exchange.form();
        String email = form.required("email", IDENTIFIER_MAX);
        form.check();
        LinkLogin.RequestResult result = links.request(new LinkLogin.Request(
                email, exchange.loginLinkCookie(), exchange.address(), exchange.language(), exchange.evidence()));
        if (result instanceof LinkLogin.RequestResult.Sent sent) {
            return exchange.linkSent(Answer.of(200, sent(sent, exchange)), sent.requestId(), sent.expiresIn());
        }
        throw refusal(result);
    }

    private JsonObject sent(LinkLogin.RequestResult.Sent sent, Exchange exchange) {
        JsonObject told = new JsonObject().with("detail", exchange.texts().done("link_sent"));
        return payload.constant(told, "email_sent", true)
                .with("request_id", sent.requestId())
                .with("expires_in", sent.expiresIn().toSeconds());
    }

    private static RuntimeException refusal(LinkLogin.RequestResult result) {
        if (result instanceof LinkLogin.RequestResult.Invalid invalid) {
            return Problems.of(invalid.problems());
        }
        if (result instanceof LinkLogin.RequestResult.HumanCheckRequired wanted) {
            return RefusalException.humanCheck(wanted.challenge());
        }
        if (result instanceof LinkLogin.RequestResult.CoolingDown cooling) {
            return new RefusalException(ErrorCode.THROTTLED, cooling.retryAt());
        }
        return new RefusalException(ErrorCode.LOGIN_LINK_OFF);
    }

    private Answer confirm(Exchange exchange) {
        Form form = exchange.form();
        String token = form.optional("token", TOKEN_MAX);
        String code = form.optional("code", CODE_MAX);
        String named = form.optional("request_id", REQUEST_MAX);
        if ((token == null) == (code == null)) {
            form.refuseUnlessRefused("token", token == null ? "required" : "ambiguous");
        }
        ClientFields client = ClientFields.of(form);
        form.check();
        String held = named == null ? exchange.loginLinkCookie() : named;
        LinkLogin.Result result = links.confirm(
                new LinkLogin.Attempt(held == null ? "" : held, proof(token, code), exchange.client(client)));
        if (result instanceof LinkLogin.Result.SignedIn in) {
            Answer answer = exchange.signedIn(
                    Answer.of(200, payload.of(in.signIn(), client.kind())), client.kind(), in.signIn());
            return exchange.linkUsed(answer);
        }
        throw refusal(result, token != null, exchange);
    }

    private static Proof proof(@Nullable String token, @Nullable String code) {
        return token == null
                ? new Proof.Code(Secret.of(Objects.requireNonNull(code)))
                : new Proof.Token(Secret.of(token));
    }

    private static RuntimeException refusal(LinkLogin.Result result, boolean byLink, Exchange exchange) {
        if (result instanceof LinkLogin.Result.SecondFactorRequired wanted) {
            return SecondFactorRefusals.required(wanted.challenge(), exchange);
        }
        if (result instanceof LinkLogin.Result.Throttled throttled) {
            return new RefusalException(ErrorCode.THROTTLED, throttled.retryAt());
        }
        if (result instanceof LinkLogin.Result.DeviceRequired) {
            return new InvalidInputException(List.of(FieldProblem.of("device", "required")));
        }
        if (result instanceof LinkLogin.Result.MalformedCode) {
            return Problems.malformedCode("code");
        }
        if (result instanceof LinkLogin.Result.Off) {
            return new RefusalException(ErrorCode.LOGIN_LINK_OFF);
        }
        return new RefusalException(byLink ? ErrorCode.INVALID_LINK : ErrorCode.INVALID_CODE);
    }
}
