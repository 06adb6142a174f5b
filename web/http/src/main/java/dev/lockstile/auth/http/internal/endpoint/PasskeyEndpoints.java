package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.util.List;

/** The passkeys of the caller. */
record PasskeyEndpoints(OwnPasskeys passkeys, SecondFactors factors, Sessions sessions) {

    List<Route> routes() {
        return List.of(
                Route.post("passkeys/options", this::begin),
                Route.post("passkeys", this::finish),
                Route.get("passkeys", this::list),
                Route.patch("passkeys/{id}", this::rename),
                Route.delete("passkeys/{id}", this::remove),
                Route.post("step-up/passkey", this::beginStepUp));
    }

    private Answer begin(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        return PasskeyFields.answer(done(passkeys.begin(caller), caller));
    }

    private Answer finish(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RequestFields fields = exchange.fields();
        FactorProof.Passkey made = PasskeyFields.required(fields);
        String name = fields.optional("name", OwnPasskeys.NAME_MAX);
        fields.check();
        OwnPasskeys.Added added = done(passkeys.finish(caller, made, name), caller);
        return Answer.of(
                201,
                passkey(added.passkey())
                        .with(
                                "recovery_codes",
                                added.recoveryCodes().stream()
                                        .map(Secret::reveal)
                                        .toList()));
    }

    private Answer list(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        return Answer.of(
                200,
                done(passkeys.list(caller), caller).stream()
                        .map(PasskeyEndpoints::passkey)
                        .toList());
    }

    private Answer rename(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RequestFields fields = exchange.fields();
        String name = fields.required("name", OwnPasskeys.NAME_MAX);
        fields.check();
        return Answer.of(200, passkey(done(passkeys.rename(caller, exchange.variable(), name), caller)));
    }

    private Answer remove(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        done(passkeys.remove(caller, exchange.variable()), caller);
        return Answer.done();
    }

    private Answer beginStepUp(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        return PasskeyFields.answer(done(passkeys.beginStepUp(caller), caller));
    }

    /** Neither the key nor the handle: the server alone needs them. */
    private static JsonObject passkey(PasskeyState passkey) {
        return new JsonObject()
                .with("id", passkey.passkeyId())
                .with("credential_id", passkey.key().credentialId())
                .with("name", passkey.name())
                .with("created_at", passkey.createdAt())
                .with("last_used_at", passkey.use().lastUsedAt())
                .with("transports", passkey.key().transports())
                .with("backup_eligible", passkey.key().backupEligible())
                .with("backed_up", passkey.use().backedUp());
    }

    private <T> T done(Outcome<T> result, Caller caller) {
        return OutcomeErrors.value(result, factors, caller);
    }
}
