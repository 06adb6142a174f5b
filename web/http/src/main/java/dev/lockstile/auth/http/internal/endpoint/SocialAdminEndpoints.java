package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/** What a superuser sees of a user's accounts at other sites, and taking one away or lifting its suspension. */
record SocialAdminEndpoints(Services services) {

    List<Route> routes() {
        return List.of(
                Route.post("admin/social/accounts", this::accounts),
                Route.post("admin/social/unlink", this::unlink),
                Route.post("admin/social/resume", this::resume));
    }

    /** By POST, so that no address stands in an access log. */
    private Answer accounts(Exchange exchange) {
        SocialEndpoints.served(services);
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        SocialAdministration.Owner owner = owner(fields);
        fields.check();
        return Answer.of(
                200,
                refusals().done(services.socialAdministration().get().accountsAs(caller, owner), caller).stream()
                        .map(SocialAdminEndpoints::account)
                        .toList());
    }

    private static JsonObject account(SocialAdministration.Account account) {
        return SocialEndpoints.account(account.linked()).with("suspended", account.suspended());
    }

    private Answer unlink(Exchange exchange) {
        return change(exchange, services.socialAdministration().get()::unlinkAs, "social_unlinked");
    }

    private Answer resume(Exchange exchange) {
        return change(exchange, services.socialAdministration().get()::resumeAs, "social_resumed");
    }

    private Answer change(Exchange exchange, Change change, String done) {
        SocialEndpoints.served(services);
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        SocialAdministration.Owner owner = owner(fields);
        String account = fields.key("social_account_id", SocialEndpoints.KEY_MAX);
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        refusals().done(change.of(caller, owner, account, reason), caller);
        return Answer.detail(exchange.texts().done(done));
    }

    private static SocialAdministration.Owner owner(RequestFields fields) {
        return SocialAdministration.Owner.named(fields.required("login", IDENTIFIER_MAX));
    }

    private SocialRefusals refusals() {
        return new SocialRefusals(services.secondFactors());
    }

    @FunctionalInterface
    private interface Change {
        Outcome<Boolean> of(Caller caller, SocialAdministration.Owner owner, String account, String reason);
    }
}
