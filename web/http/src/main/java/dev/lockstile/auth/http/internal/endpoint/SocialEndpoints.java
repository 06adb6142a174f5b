package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;

/** Signing in with accounts at other sites by native clients, and the links of the caller. */
record SocialEndpoints(Services services, SignInAnswers signIns) {

    static final int KEY_MAX = 100;

    List<Route> routes() {
        return List.of(
                Route.post("login/social/nonce", this::nonce),
                Route.post("login/social", this::signIn),
                Route.post("login/social/precheck", this::precheck),
                Route.post("login/social/link", this::link),
                Route.post("login/social/unlink", this::unlink),
                Route.get("login/social/accounts", this::accounts));
    }

    /** The service, where it is on: a client is told that it is off whatever it sends, before a token is asked for. */
    static SocialLogin served(Services services) {
        if (services.social().get().providers().isEmpty()) {
            throw new RefusalException(ErrorCode.SOCIAL_LOGIN_OFF);
        }
        return services.social().get();
    }

    private Answer nonce(Exchange exchange) {
        SocialLogin social = served(services);
        RequestFields fields = exchange.fields();
        String provider = fields.required("provider", SocialFields.PROVIDER_MAX);
        fields.check();
        Caller caller = exchange.callerIfAny(services.sessions());
        SocialLogin.Nonce nonce = refusals().done(social.nonce(provider, caller, exchange.address()), caller);
        return Answer.of(
                200,
                new JsonObject()
                        .with("transaction_id", nonce.transactionId().reveal())
                        .with("nonce", nonce.nonce())
                        .with(
                                "expires_in",
                                Duration.between(exchange.settings().clock().instant(), nonce.expiresAt())
                                        .toSeconds()));
    }

    private Answer signIn(Exchange exchange) {
        SocialLogin social = served(services);
        RequestFields fields = exchange.fields();
        SocialClaim claim = SocialFields.claim(fields);
        ClientFields client = ClientFields.of(fields);
        boolean terms = Boolean.TRUE.equals(fields.flag("terms_and_conditions_accepted"));
        fields.check();
        return signIns.answer(
                social.signIn(new SocialLogin.Attempt(claim, exchange.client(client), terms)), client, exchange);
    }

    private Answer precheck(Exchange exchange) {
        SocialLogin social = served(services);
        RequestFields fields = exchange.fields();
        SocialClaim claim = SocialFields.checked(fields);
        fields.check();
        SocialLogin.Precheck said = refusals().done(social.precheck(claim, exchange.address()), null);
        return Answer.of(
                200,
                new JsonObject()
                        .with("provider", said.provider())
                        .with("email", said.email())
                        .with("email_verified", said.emailVerified())
                        .with("social_account_exists", said.linked())
                        .with("linked_existing_user", said.wouldLink())
                        .with("user_exists", said.userExists())
                        .with("would_create_user", said.wouldCreateUser())
                        .with("can_login", said.canLogin()));
    }

    private Answer link(Exchange exchange) {
        SocialLogin social = served(services);
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        SocialClaim claim = SocialFields.claim(fields);
        fields.check();
        return linked(refusals().done(social.link(caller, claim, exchange.address()), caller), exchange);
    }

    static Answer linked(SocialLogin.Link link, Exchange exchange) {
        return Answer.of(
                200,
                new JsonObject()
                        .with("detail", exchange.texts().done("social_linked"))
                        .with("provider", link.provider())
                        .with("social_account_id", SocialFields.key(link.accountId()))
                        .with("created", link.created()));
    }

    private Answer unlink(Exchange exchange) {
        SocialLogin social = served(services);
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        String provider = fields.required("provider", SocialFields.PROVIDER_MAX);
        String account = fields.optionalKey("social_account_id", KEY_MAX);
        fields.check();
        refusals().done(social.unlink(caller, provider, account), caller);
        return Answer.of(
                200,
                new JsonObject()
                        .with("detail", exchange.texts().done("social_unlinked"))
                        .with("provider", provider));
    }

    private Answer accounts(Exchange exchange) {
        SocialLogin social = served(services);
        Caller caller = exchange.caller(services.sessions());
        return Answer.of(
                200,
                refusals().done(social.accounts(caller), caller).stream()
                        .map(SocialEndpoints::account)
                        .toList());
    }

    static JsonObject account(LinkedAccount account) {
        return new JsonObject()
                .with("id", SocialFields.key(account.id()))
                .with("provider", account.provider())
                .with("email", account.email())
                .with("email_verified", account.emailVerified())
                .with("linked_at", account.linkedAt())
                .with("last_login_at", account.lastLoginAt());
    }

    SocialRefusals refusals() {
        return new SocialRefusals(services.secondFactors());
    }
}
