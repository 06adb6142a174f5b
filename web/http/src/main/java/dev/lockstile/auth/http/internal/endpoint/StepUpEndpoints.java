package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proving again who one is, by password or by a code to the own address; the way out of {@code step_up_required}. */
record StepUpEndpoints(Services services) {

    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(Route.post("step-up", this::prove), Route.post("step-up/request", this::request));
    }

    private Answer request(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        Form form = exchange.form();
        Channel channel = SentCode.channel(form);
        form.check();
        StepUp.CodeResult result = services.stepUp().requestCode(caller, channel, exchange.address());
        if (result instanceof StepUp.CodeResult.Refused refused) {
            throw refusal("code", refused.why(), refused.retryAt());
        }
        StepUp.CodeResult.Sent sent = (StepUp.CodeResult.Sent) result;
        return Answer.of(201, SentCode.body(exchange, sent.channel(), sent.challengeId()));
    }

    private Answer prove(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        Form form = exchange.form();
        StepUp.Result result = proven(caller, form);
        if (result instanceof StepUp.Result.Refused refused) {
            throw refused.why() == StepUp.Refusal.SECOND_FACTOR_REQUIRED
                    ? secondFactorRequired(caller)
                    : refusal(
                            form.has("totp_code") ? "totp_code" : form.has("recovery_code") ? "recovery_code" : "code",
                            refused.why(),
                            refused.retryAt());
        }
        StepUp.Result.Proven proven = (StepUp.Result.Proven) result;
        return exchange.renewed(
                Answer.of(200, new JsonObject().with("access", proven.access().reveal())), proven.access());
    }

    private StepUp.Result proven(Caller caller, Form form) {
        FactorProof proof = SecondFactorEndpoints.proof(form, "totp_code");
        if (proof != null) {
            form.check();
            return services.stepUp().byFactor(caller, proof);
        }
        String code = form.optional("code", CODE_MAX);
        return code == null ? byPassword(caller, form) : byCode(caller, Secret.of(code), form);
    }

    private RefusalException secondFactorRequired(Caller caller) {
        return RefusalException.with(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                new JsonObject().with("methods", services.secondFactors().stepUpMethods(caller)));
    }

    private StepUp.Result byPassword(Caller caller, Form form) {
        Secret password = form.secret("password");
        form.check();
        return services.stepUp().byPassword(caller, password);
    }

    private StepUp.Result byCode(Caller caller, Secret code, Form form) {
        String challenge = form.required("challenge_id", CHALLENGE_MAX);
        form.check();
        return services.stepUp().byCode(caller, challenge, code);
    }

    private static RuntimeException refusal(String field, StepUp.Refusal why, @Nullable Instant retryAt) {
        return switch (why) {
            case INVALID_CREDENTIALS -> new RefusalException(ErrorCode.INVALID_CREDENTIALS);
            case INVALID_CODE -> new RefusalException(ErrorCode.INVALID_CODE);
            case MALFORMED_CODE -> Problems.malformedCode(field);
            case SECOND_FACTOR_REQUIRED -> new RefusalException(ErrorCode.SECOND_FACTOR_REQUIRED);
            case INVALID_SECOND_FACTOR -> new RefusalException(ErrorCode.INVALID_SECOND_FACTOR);
            case NO_PROVEN_ADDRESS ->
                new InvalidInputException(List.of(FieldProblem.of("channel", "no_proven_address")));
            case SESSION_ENDED -> new RefusalException(ErrorCode.INVALID_TOKEN);
            case THROTTLED -> new RefusalException(ErrorCode.THROTTLED, retryAt);
            case BUSY -> new RefusalException(ErrorCode.BUSY, retryAt);
        };
    }
}
