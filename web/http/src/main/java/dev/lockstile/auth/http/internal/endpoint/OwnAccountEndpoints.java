package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.http.internal.input.HostInput;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person does to the own account: change it, prove a new address, save what is kept of it, delete it. */
record OwnAccountEndpoints(Services services, AccountPayload payload) {

    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(
                Route.patch("account/update", this::update),
                new Route("PUT", "account/update", this::update),
                Route.post("account/confirm-change", this::confirm),
                Route.post("account/export", this::export),
                Route.delete("account/delete", this::delete),
                Route.get("account/deletion", this::deletion),
                Route.delete("account/deletion", this::keep));
    }

    private Answer update(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        AccountChange change = new AccountChange(
                fields.optional("email", IDENTIFIER_MAX),
                fields.optional("phone", IDENTIFIER_MAX),
                fields.optional("username", IDENTIFIER_MAX),
                fields.optional("language", 35),
                fields.optional("timezone", 64),
                fields.flag("terms_and_conditions"),
                HostInput.ofChange(fields, services.hostData().fields().account()));
        fields.check();
        return answer(services.ownAccount().update(caller, change, exchange.address()));
    }

    private Answer confirm(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String challenge = fields.required("challenge_id", CHALLENGE_MAX);
        Secret code = Secret.of(fields.required("code", CODE_MAX));
        fields.check();
        return answer(services.ownAccount().confirmChange(caller, new ChangeProof(challenge, code)));
    }

    private Answer export(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        DataExport data = OutcomeErrors.value(services.ownAccount().export(caller), services.secondFactors(), caller);
        return Answer.of(200, new RawJson(data.json()))
                .header("Content-Disposition", "attachment; filename=\"account.json\"");
    }

    private Answer delete(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        fields.accepted("confirmation");
        String challenge = fields.optional("challenge_id", CHALLENGE_MAX);
        String code = fields.optional("code", CODE_MAX);
        DeletionProof proof = challenge == null || code == null
                ? new DeletionProof.Password(fields.secret("password"))
                : new DeletionProof.Code(challenge, Secret.of(code));
        fields.check();
        OutcomeErrors.value(services.ownAccount().delete(caller, proof));
        boolean atOnce = services.ownAccount().deletionGrace().isZero();
        return Answer.detail(exchange.texts().done(atOnce ? "account_deleted" : "account_closing"));
    }

    private Answer deletion(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        Optional<Instant> due = OutcomeErrors.value(services.ownAccount().deletionDue(caller));
        return Answer.of(200, new JsonObject().with("due", due.orElse(null)));
    }

    private Answer keep(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        OutcomeErrors.value(services.ownAccount().keep(caller));
        return Answer.detail(exchange.texts().done("account_kept"));
    }

    private Answer answer(Outcome<OwnAccount.Changed> result) {
        return Answer.of(200, payload.changed(OutcomeErrors.value(result)));
    }
}
