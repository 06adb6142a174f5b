package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.JsonText;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What providers tell of accounts at them. An endpoint is there while some provider's events are taken in its form, and
 * for no other provider; the answers are those of RFC 8935 and of Back-Channel Logout, whether or not a user has the
 * account.
 */
record SocialEventEndpoints(SocialEvents events) {

    private static final int TOKEN_MAX = 16 * 1024;
    private static final int BODY_MAX = TOKEN_MAX + 1024;

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        if (isTaken(SocialEvent.Delivery.SECURITY_EVENT) || isTaken(SocialEvent.Delivery.NOTIFICATION)) {
            routes.add(Route.post("login/social/events/{id}", this::event));
        }
        if (isTaken(SocialEvent.Delivery.LOGOUT)) {
            routes.add(Route.post("login/social/backchannel-logout/{id}", this::logout));
        }
        return routes;
    }

    private boolean isTaken(SocialEvent.Delivery delivery) {
        return !events.providers(delivery).isEmpty();
    }

    private Answer event(Exchange exchange) {
        requireTaken(exchange, SocialEvent.Delivery.SECURITY_EVENT, SocialEvent.Delivery.NOTIFICATION);
        if (exchange.bringsSecurityEvent()) {
            return pushed(exchange, SocialEvent.Delivery.SECURITY_EVENT, exchange.securityEvent(TOKEN_MAX), empty(202));
        }
        RequestFields fields = exchange.fields(BODY_MAX);
        String payload = fields.required("payload", TOKEN_MAX);
        fields.check();
        return pushed(exchange, SocialEvent.Delivery.NOTIFICATION, payload, empty(200));
    }

    private Answer pushed(Exchange exchange, SocialEvent.Delivery delivery, String token, Answer accepted) {
        SocialEvents.Result result = received(exchange, delivery, token);
        return result instanceof SocialEvents.Result.Refused refused
                ? refusal(exchange, "err", refused.why().code(), "description", refused.why())
                : accepted;
    }

    /** A logout token that was received before is refused (Back-Channel Logout 2.6). */
    private Answer logout(Exchange exchange) {
        requireTaken(exchange, SocialEvent.Delivery.LOGOUT);
        String token = exchange.sentForm(BODY_MAX).optional("logout_token", TOKEN_MAX);
        SocialEvents.Result result = received(exchange, SocialEvent.Delivery.LOGOUT, token == null ? "" : token);
        if (result instanceof SocialEvents.Result.Accepted accepted && !accepted.repeated()) {
            return empty(200);
        }
        SocialEvents.Refusal why = result instanceof SocialEvents.Result.Refused refused
                ? refused.why()
                : SocialEvents.Refusal.INVALID_REQUEST;
        return refusal(exchange, "error", "invalid_request", "error_description", why);
    }

    private void requireTaken(Exchange exchange, SocialEvent.Delivery... deliveries) {
        boolean taken = List.of(deliveries).stream()
                .anyMatch(delivery -> events.providers(delivery).contains(exchange.variable()));
        if (!taken) {
            throw new RefusalException(ErrorCode.NOT_FOUND);
        }
    }

    /** Refuses what has nothing to do with the token in the words of all endpoints. */
    private SocialEvents.Result received(Exchange exchange, SocialEvent.Delivery delivery, String token) {
        SocialEvents.Result result = events.receive(
                new SocialEvents.Message(exchange.variable(), delivery, Secret.of(token), exchange.address()));
        if (result instanceof SocialEvents.Result.Refused refused) {
            switch (refused.why()) {
                case OFF -> throw new RefusalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
                case THROTTLED -> throw new RefusalException(ErrorCode.THROTTLED, refused.retryAt());
                case UNAVAILABLE -> throw new RefusalException(ErrorCode.UNAVAILABLE);
                default -> {}
            }
        }
        return result;
    }

    /** With names as the standards have them, whatever those of other answers are. */
    private static Answer refusal(
            Exchange exchange, String codeName, String code, String textName, SocialEvents.Refusal why) {
        JsonObject body = new JsonObject()
                .with(codeName, code)
                .with(textName, exchange.texts().done("event_" + why.code()));
        byte[] json = new JsonText(name -> name).write(body);
        return Answer.of(400, new RawJson(new String(json, StandardCharsets.UTF_8)));
    }

    private static Answer empty(int status) {
        return new Answer(status, null, Map.of(), List.of());
    }
}
