package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in. */
record SecondFactorEndpoints(Services services, SignInAnswers signIns) {

    private static final int CHALLENGE_MAX = 200;

    List<Route> routes() {
        return List.of(
                Route.post("login/second-factor", this::finish), Route.post("login/second-factor/totp", this::enrol));
    }

    private Answer finish(Exchange exchange) {
        RequestFields fields = exchange.fields();
        Secret challenge = Secret.of(fields.required("challenge_id", CHALLENGE_MAX));
        FactorProof shown = proof(fields, "code");
        if (shown == null) {
            fields.refuseUnlessRefused("code", "required");
        }
        ClientFields client = ClientFields.of(fields);
        boolean trust = Boolean.TRUE.equals(fields.flag("trust_browser"));
        fields.check();
        FactorProof proof = Objects.requireNonNull(shown);
        Outcome<SignIn> result = services.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge, proof, exchange.client(client), trust));
        String field = proof instanceof FactorProof.RecoveryCode ? "recovery_code" : "code";
        return signIns.answer(result, client, exchange, field);
    }

    /** For an account that must have a second factor and has none. */
    private Answer enrol(Exchange exchange) {
        RequestFields fields = exchange.fields();
        Secret challenge = Secret.of(fields.required("challenge_id", CHALLENGE_MAX));
        fields.check();
        Outcome<TotpEnrolment> result = services.secondFactorLogin().enrol(challenge);
        if (result instanceof Outcome.Refused<TotpEnrolment> refused) {
            throw switch (refused.why()) {
                case NO_PROVEN_ADDRESS, TOTP_OFF -> OutcomeErrors.of(refused);
                default -> new RefusalException(ErrorCode.INVALID_SECOND_FACTOR);
            };
        }
        return FactorEndpoints.enrolment(result.orElseThrow());
    }

    /** The proof of a body; null where there is none. More than one is noted as a problem. */
    static @Nullable FactorProof proof(RequestFields fields, String totpField) {
        Secret code = fields.optionalSecret(totpField);
        Secret recovery = fields.optionalSecret("recovery_code");
        List<FactorProof> shown = Stream.<@Nullable FactorProof>of(
                        code == null ? null : new FactorProof.Totp(code),
                        recovery == null ? null : new FactorProof.RecoveryCode(recovery),
                        PasskeyFields.optional(fields))
                .flatMap(Stream::ofNullable)
                .toList();
        if (shown.size() > 1) {
            fields.refuseUnlessRefused(totpField, "ambiguous");
        }
        return shown.isEmpty() ? null : shown.get(0);
    }
}
