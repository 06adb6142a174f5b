package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** Asking for a one-time code, and signing in with it. */
record CodeEndpoints(CodeLogin codes, AccountPayload payload) {

    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(Route.post("otp/request", this::request), Route.post("otp/verify", this::verify));
    }

    private Answer request(Exchange exchange) {
        Form form = exchange.form();
        ContactFields contact = ContactFields.of(form);
        Channel channel = contact.channel(form);
        form.check();
        CodeLogin.RequestResult result = codes.request(new CodeLogin.Request(
                identifier(contact), channel, exchange.address(), exchange.language(), exchange.evidence()));
        if (result instanceof CodeLogin.RequestResult.Invalid invalid) {
            throw Problems.of(invalid.problems());
        }
        if (result instanceof CodeLogin.RequestResult.HumanCheckRequired wanted) {
            throw RefusalException.humanCheck(wanted.challenge());
        }
        if (result instanceof CodeLogin.RequestResult.CoolingDown cooling) {
            throw new RefusalException(ErrorCode.THROTTLED, cooling.retryAt());
        }
        return Answer.of(201, sent((CodeLogin.RequestResult.Sent) result, exchange));
    }

    private JsonObject sent(CodeLogin.RequestResult.Sent sent, Exchange exchange) {
        JsonObject told = SentCode.body(exchange, sent.channel(), sent.challengeId());
        return payload.constant(told, "user_exist", sent.userExists());
    }

    private Answer verify(Exchange exchange) {
        Form form = exchange.form();
        ContactFields contact = ContactFields.of(form);
        Secret code = Secret.of(form.required("code", CODE_MAX));
        String challenge = form.optional("challenge_id", CHALLENGE_MAX);
        ClientFields client = ClientFields.of(form);
        form.check();
        CodeLogin.Result result =
                codes.verify(new CodeLogin.Attempt(identifier(contact), challenge, code, exchange.client(client)));
        if (result instanceof CodeLogin.Result.Invalid invalid) {
            throw Problems.of(invalid.problems());
        }
        if (result instanceof CodeLogin.Result.Throttled throttled) {
            throw new RefusalException(ErrorCode.THROTTLED, throttled.retryAt());
        }
        if (result instanceof CodeLogin.Result.SignedIn in) {
            return exchange.signedIn(
                    Answer.of(200, payload.of(in.signIn(), client.kind())), client.kind(), in.signIn());
        }
        if (result instanceof CodeLogin.Result.SecondFactorRequired wanted) {
            throw SecondFactorRefusals.required(wanted.challenge(), exchange);
        }
        throw new RefusalException(ErrorCode.INVALID_CODE);
    }

    private static CodeIdentifier identifier(ContactFields contact) {
        return new CodeIdentifier(contact.kind(), contact.text());
    }
}
