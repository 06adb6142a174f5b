package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.token.Caller;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way of a browser to another site and back. No token stands in an address. */
record SocialRedirectEndpoints(Services services, SocialEndpoints endpoints) {

    private static final int RETURN_MAX = 500;
    private static final List<String> ANSWER = List.of("state", "code", "iss", "error");

    List<Route> routes() {
        return List.of(
                Route.post("login/social/start", this::start),
                Route.get("login/social/callback/{id}", this::callback),
                Route.post("login/social/callback/{id}", this::sendOn),
                Route.post("login/social/finish", this::finish));
    }

    private Answer start(Exchange exchange) {
        SocialLogin social = SocialEndpoints.served(services);
        RequestFields fields = exchange.fields();
        String provider = fields.required("provider", SocialFields.PROVIDER_MAX);
        String intent = fields.required("intent", SocialFields.PROVIDER_MAX);
        String returnTo = fields.optional("return_to", RETURN_MAX);
        boolean anew = Boolean.TRUE.equals(fields.flag("reauthenticate"));
        if (!intent.equals("login") && !intent.equals("link")) {
            fields.refuseUnlessRefused("intent", "unknown_choice");
        }
        fields.check();
        Caller caller = intent.equals("link") ? exchange.caller(services.sessions()) : null;
        SocialLogin.Started started = endpoints
                .refusals()
                .done(
                        social.start(new SocialLogin.Start(provider, caller, returnTo, exchange.address(), anew)),
                        caller);
        Duration left = Duration.between(exchange.settings().clock().instant(), started.expiresAt());
        JsonObject body = new JsonObject()
                .with("authorization_url", started.authorizationUri().toString())
                .with("expires_in", left.toSeconds());
        return exchange.cookies().sentAway(Answer.of(200, body), started.browser());
    }

    private Answer callback(Exchange exchange) {
        SocialLogin social = SocialEndpoints.served(services);
        Query query = exchange.query();
        SocialCallback.Answer answer = new SocialCallback.Answer(
                secret(query.optional("state")),
                secret(query.optional("code")),
                query.optional("iss"),
                query.optional("error"));
        URI back = endpoints
                .refusals()
                .done(
                        social.callback(new SocialCallback(
                                exchange.variable(), exchange.cookies().awayCookie(), answer, exchange.address())),
                        null);
        return Answer.sendTo(back.toString());
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : Secret.of(text);
    }

    /** A site that answers by a form of its own: the browser shows no cookie then, so it comes again by a link. */
    private Answer sendOn(Exchange exchange) {
        SocialEndpoints.served(services);
        Query sent = exchange.sentForm();
        String query = ANSWER.stream()
                .flatMap(name -> Stream.ofNullable(sent.optional(name))
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return Answer.sendTo("?" + query);
    }

    private Answer finish(Exchange exchange) {
        SocialLogin social = SocialEndpoints.served(services);
        RequestFields fields = exchange.fields();
        ClientFields client = ClientFields.of(fields);
        boolean terms = Boolean.TRUE.equals(fields.flag("terms_and_conditions_accepted"));
        fields.check();
        Secret browser = exchange.cookies().awayCookie();
        if (browser == null) {
            throw new RefusalException(ErrorCode.INVALID_SOCIAL_TOKEN);
        }
        if (social.waiting(browser).filter(SocialLogin.Intent.LINK::equals).isPresent()) {
            Caller caller = exchange.caller(services.sessions());
            return exchange.cookies()
                    .backAgain(SocialEndpoints.linked(
                            endpoints.refusals().done(social.finishLink(caller, browser), caller), exchange));
        }
        return exchange.cookies()
                .backAgain(endpoints
                        .signIns()
                        .answer(social.finish(browser, exchange.client(client), terms), client, exchange));
    }
}
