package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Codes of the host's own purposes: sent to the caller, and verified for the caller alone. */
record PurposeEndpoints(Services services) {

    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes(Set<String> purposes) {
        return purposes.stream()
                .sorted()
                .flatMap(purpose -> Stream.of(
                        Route.post("codes/" + purpose, exchange -> issue(exchange, purpose)),
                        Route.post("codes/" + purpose + "/verify", exchange -> verify(exchange, purpose))))
                .toList();
    }

    private Answer issue(Exchange exchange, String purpose) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Channel channel = SentCode.channel(fields);
        String data = data(fields);
        fields.check();
        PurposeCodes.Issued issued = OutcomeErrors.value(
                services.purposes()
                        .apply(purpose)
                        .issue(new PurposeCodes.Request(
                                new Recipient.Account(caller.user(), channel),
                                data,
                                exchange.language(),
                                exchange.address(),
                                exchange.evidence())),
                exchange);
        if (issued.handedBack() != null) {
            // A code that the host sends itself never leaves by an answer to the client.
            throw new IllegalStateException("the host sends codes of this purpose itself");
        }
        return Answer.of(201, SentCode.body(exchange, issued.channel(), issued.challengeId()));
    }

    private Answer verify(Exchange exchange, String purpose) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String challenge = fields.required("challenge_id", CHALLENGE_MAX);
        Secret code = Secret.of(fields.required("code", CODE_MAX));
        String data = data(fields);
        fields.check();
        ClientInfo client = ClientInfo.web(exchange.address()).showing(exchange.evidence());
        OutcomeErrors.value(
                services.purposes()
                        .apply(purpose)
                        .verify(new PurposeCodes.Attempt(challenge, code, data, caller.user(), client)),
                exchange);
        return Answer.detail(exchange.texts().done("code_verified"));
    }

    /** Character for character, as it is compared. */
    private static String data(RequestFields fields) {
        Secret data = fields.optionalSecret("data");
        if (data != null && data.reveal().length() > PurposeCodes.LONGEST_DATA) {
            fields.refuseUnlessRefused("data", "too_long");
        }
        return data == null ? "" : data.reveal();
    }
}
