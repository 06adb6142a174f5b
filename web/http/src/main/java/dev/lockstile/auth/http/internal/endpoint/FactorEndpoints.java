package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.util.List;

/** The second factors of the caller: authenticator application, recovery codes, trusted browsers. */
record FactorEndpoints(SecondFactors factors, Sessions sessions) {

    private static final int ID_MAX = 200;

    List<Route> routes() {
        return List.of(
                Route.get("factors", this::view),
                Route.post("totp", this::begin),
                Route.post("totp/confirm", this::confirm),
                Route.delete("totp", this::remove),
                Route.get("recovery-codes", this::left),
                Route.post("recovery-codes", this::renew),
                Route.get("trusted-browsers", this::browsers),
                Route.delete("trusted-browsers", this::forgetAll),
                Route.delete("trusted-browsers/{id}", this::forget));
    }

    private Answer view(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        SecondFactors.View view = done(factors.view(caller), caller);
        return Answer.of(
                200,
                new JsonObject()
                        .with("password", view.password())
                        .with("totp", view.totp())
                        .with("passkeys", view.passkeys())
                        .with("recovery_codes_left", view.recoveryCodesLeft())
                        .with("social", view.social())
                        .with("trusted_browsers", view.trustedBrowsers()));
    }

    private Answer begin(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        return enrolment(done(factors.beginTotp(caller), caller));
    }

    static Answer enrolment(TotpEnrolment enrolment) {
        return Answer.of(
                201,
                new JsonObject()
                        .with("enrolment_id", enrolment.enrolmentId())
                        .with("secret", enrolment.secret().reveal())
                        .with("otpauth_uri", enrolment.uri().reveal()));
    }

    private Answer confirm(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RequestFields fields = exchange.fields();
        String enrolment = fields.required("enrolment_id", ID_MAX);
        Secret code = fields.secret("code");
        fields.check();
        List<Secret> codes = done(factors.confirmTotp(caller, enrolment, code), caller);
        return Answer.of(
                200,
                new JsonObject()
                        .with("detail", exchange.texts().done("factor_added"))
                        .with("recovery_codes", revealed(codes)));
    }

    private Answer remove(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        done(factors.removeTotp(caller), caller);
        return Answer.done();
    }

    private Answer left(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        RecoveryCodeSet set = done(factors.recoveryCodes(caller), caller);
        return Answer.of(200, new JsonObject().with("left", set.left()).with("made_at", set.madeAt()));
    }

    private Answer renew(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        List<Secret> codes = done(factors.renewRecoveryCodes(caller), caller);
        return Answer.of(201, new JsonObject().with("codes", revealed(codes)).with("left", codes.size()));
    }

    private Answer browsers(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        return Answer.of(
                200,
                done(factors.browsers(caller), caller).stream()
                        .map(FactorEndpoints::browser)
                        .toList());
    }

    private static JsonObject browser(TrustedBrowserState browser) {
        return new JsonObject()
                .with("id", browser.browserId())
                .with("label", browser.label())
                .with("created_at", browser.createdAt())
                .with("last_used_at", browser.lastUsedAt())
                .with("valid_until", browser.validUntil());
    }

    private Answer forgetAll(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        done(factors.forgetBrowsers(caller), caller);
        return exchange.cookies().trustingNoMore(Answer.done());
    }

    private Answer forget(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        done(factors.forgetBrowser(caller, exchange.variable()), caller);
        return Answer.done();
    }

    private <T> T done(Outcome<T> result, Caller caller) {
        return OutcomeErrors.value(result, factors, caller);
    }

    private static List<String> revealed(List<Secret> codes) {
        return codes.stream().map(Secret::reveal).toList();
    }
}
