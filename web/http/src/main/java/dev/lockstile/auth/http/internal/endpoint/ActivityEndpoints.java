package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.account.Activity.Origin;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Place;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of the own account, and for staff those of all. */
record ActivityEndpoints(Activity activity, SecondFactors factors, Sessions sessions) {

    private static final int KEY_MAX = 64;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    Route own() {
        return Route.get("me/events", this::own);
    }

    Route all() {
        return Route.get("admin/events", this::all);
    }

    private Answer own(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        AuditRecords.Query query = AuditRecords.Query.all().after(place(exchange.query()));
        Page page = OutcomeErrors.value(activity.own(caller, query), factors, caller);
        return answer(caller, page, ActivityEndpoints::ownEvent);
    }

    private Answer all(Exchange exchange) {
        Caller caller = exchange.caller(sessions);
        Query asked = exchange.query();
        AuditRecords.Query query = AuditRecords.Query.all()
                .ofUser(asked.optional("user", KEY_MAX))
                .byActor(asked.optional("actor", KEY_MAX))
                .named(asked.optional("name", KEY_MAX))
                .between(time(asked, "from"), time(asked, "until"))
                .after(place(asked));
        Page page = OutcomeErrors.value(activity.all(caller, query), factors, caller);
        return answer(caller, page, ActivityEndpoints::event);
    }

    private Answer answer(Caller caller, Page page, Function<Entry, JsonObject> shown) {
        Place next = page.next();
        Map<String, Origin> origins = activity.origins(caller, page);
        return Answer.of(
                200,
                new JsonObject()
                        .with(
                                "events",
                                page.entries().stream()
                                        .map(entry -> shown.apply(entry).with("origin", origin(origins, entry)))
                                        .toList())
                        .with("next", next == null ? null : next.at() + "_" + next.number()));
    }

    private static @Nullable JsonObject origin(Map<String, Origin> origins, Entry entry) {
        Origin origin = entry.session() == null ? null : origins.get(entry.session());
        return origin == null
                ? null
                : new JsonObject()
                        .with("client", origin.client().name().toLowerCase(Locale.ROOT))
                        .with("device_label", origin.deviceLabel())
                        .with("address", origin.address())
                        .with("current", origin.current());
    }

    private static JsonObject ownEvent(Entry entry) {
        return new JsonObject()
                .with("at", entry.at())
                .with("name", entry.name())
                .with("succeeded", entry.succeeded())
                .with("session", entry.session())
                .with("detail", entry.detail())
                .with("by_administration", entry.actor() != null);
    }

    private static JsonObject event(Entry entry) {
        return new JsonObject()
                .with("number", entry.number())
                .with("at", entry.at())
                .with("name", entry.name())
                .with("succeeded", entry.succeeded())
                .with("user", entry.user())
                .with("session", entry.session())
                .with("detail", entry.detail())
                .with("actor", entry.actor());
    }

    private static @Nullable Place place(Query query) {
        String text = query.optional("after", KEY_MAX);
        if (text == null) {
            return null;
        }
        int line = text.indexOf('_');
        try {
            return new Place(instant(text.substring(0, Math.max(0, line))), Long.parseLong(text.substring(line + 1)));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw OutcomeErrors.field("after", "invalid");
        }
    }

    private static @Nullable Instant time(Query query, String name) {
        String text = query.optional(name, KEY_MAX);
        try {
            return text == null ? null : instant(text);
        } catch (DateTimeParseException e) {
            throw OutcomeErrors.field(name, "invalid");
        }
    }

    /** Databases keep no times of other years. */
    private static Instant instant(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(END)) {
            throw new DateTimeParseException("no time of the years 1970 to 9998", text, 0);
        }
        return time;
    }
}
