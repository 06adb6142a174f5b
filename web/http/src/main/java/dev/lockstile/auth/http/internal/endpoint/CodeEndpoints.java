package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** Asking for a one-time code, and signing in with it. */
record CodeEndpoints(CodeLogin codes, SignInAnswers signIns) {

    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(Route.post("otp/request", this::request), Route.post("otp/verify", this::verify));
    }

    private Answer request(Exchange exchange) {
        RequestFields fields = exchange.fields();
        ContactFields contact = ContactFields.of(fields);
        Channel channel = contact.channel(fields);
        fields.check();
        CodeLogin.Sent sent = OutcomeErrors.value(
                codes.request(new CodeLogin.Request(
                        identifier(contact), channel, exchange.address(), exchange.language(), exchange.evidence())),
                exchange);
        return Answer.of(201, sent(sent, exchange));
    }

    private JsonObject sent(CodeLogin.Sent sent, Exchange exchange) {
        JsonObject told = SentCode.body(exchange, sent.channel(), sent.challengeId());
        return signIns.payload().constant(told, "user_exist", sent.userExists());
    }

    private Answer verify(Exchange exchange) {
        RequestFields fields = exchange.fields();
        ContactFields contact = ContactFields.of(fields);
        Secret code = Secret.of(fields.required("code", CODE_MAX));
        String challenge = fields.optional("challenge_id", CHALLENGE_MAX);
        ClientFields client = ClientFields.of(fields);
        fields.check();
        CodeLogin.Attempt attempt =
                new CodeLogin.Attempt(identifier(contact), challenge, code, exchange.client(client));
        return signIns.answer(codes.verify(attempt), client, exchange);
    }

    private static CodeIdentifier identifier(ContactFields contact) {
        return new CodeIdentifier(contact.kind(), contact.text());
    }
}
