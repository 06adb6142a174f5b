package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/** Proving again who one is, by password or by a code to the own address; the way out of {@code step_up_required}. */
record StepUpEndpoints(Services services) {

    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(Route.post("step-up", this::prove), Route.post("step-up/request", this::request));
    }

    private Answer request(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Channel channel = SentCode.channel(fields);
        fields.check();
        StepUp.Sent sent = OutcomeErrors.value(
                services.stepUp().requestCode(caller, channel, exchange.address()),
                exchange,
                refused -> error(refused, caller, "code"));
        return Answer.of(201, SentCode.body(exchange, sent.channel(), sent.challengeId()));
    }

    private Answer prove(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Outcome<StepUp.Proven> result = proven(caller, fields);
        String field = fields.has("totp_code") ? "totp_code" : fields.has("recovery_code") ? "recovery_code" : "code";
        StepUp.Proven proven = OutcomeErrors.value(result, exchange, refused -> error(refused, caller, field));
        return exchange.cookies()
                .renewed(
                        Answer.of(
                                200,
                                new JsonObject().with("access", proven.access().reveal())),
                        proven.access());
    }

    /** The channel of the request is the field that is wrong, where nothing of the account is proven for it. */
    private RuntimeException error(Outcome.Refused<?> refused, Caller caller, String codeField) {
        return switch (refused.why()) {
            case NO_PROVEN_ADDRESS ->
                new InvalidInputException(List.of(FieldProblem.of("channel", "no_proven_address")));
            case SECOND_FACTOR_REQUIRED -> OutcomeErrors.of(refused, services.secondFactors(), caller);
            default -> OutcomeErrors.of(refused, codeField);
        };
    }

    private Outcome<StepUp.Proven> proven(Caller caller, RequestFields fields) {
        FactorProof proof = SecondFactorEndpoints.proof(fields, "totp_code");
        if (proof != null) {
            fields.check();
            return services.stepUp().byFactor(caller, proof);
        }
        String code = fields.optional("code", CODE_MAX);
        return code == null ? byPassword(caller, fields) : byCode(caller, Secret.of(code), fields);
    }

    private Outcome<StepUp.Proven> byPassword(Caller caller, RequestFields fields) {
        Secret password = fields.secret("password");
        fields.check();
        return services.stepUp().byPassword(caller, password);
    }

    private Outcome<StepUp.Proven> byCode(Caller caller, Secret code, RequestFields fields) {
        String challenge = fields.required("challenge_id", CHALLENGE_MAX);
        fields.check();
        return services.stepUp().byCode(caller, challenge, code);
    }
}
