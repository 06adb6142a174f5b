package dev.lockstile.auth.pages;

import dev.lockstile.auth.event.Operation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the trail says in one line, and what stands behind it.
 *
 * @param words of the language
 * @param own true for the owner of the account, who is addressed
 */
record EventTitle(EventWords words, boolean own) {

    /** @param more what the title does not say; empty for nothing */
    record Told(String title, String more) {}

    /** Entries whose detail is the fact: it leads. */
    private static final Set<String> LED = Set.of("user_updated", "authn_factor_change", "authn_risk_assessed");

    private static final Pattern API_KEY = Pattern.compile("api key (\\S+) (created|renamed|rotated|revoked)");
    private static final Pattern MERGED = Pattern.compile("(?:merged (into)|(from)) user (\\S+)");
    private static final String UNTIL = "until ";
    private static final String STEP_UP = "step-up by ";
    private static final String SOCIAL = "social ";
    private static final String CALLED_OFF = "reset called off";

    Told of(String name, @Nullable String session, EventDetail detail) {
        Told told = name.endsWith("_fail") ? refused(name, detail.what()) : done(name, session, detail.what());
        String values = values(detail.values());
        return new Told(told.title, joined(Stream.of(told.more, values)));
    }

    private Told done(String name, @Nullable String session, String what) {
        String base = EventWords.base(name);
        if (own && base.equals("session_expired")) {
            String fact = session == null && what.equals("ENDED_BY_OWNER") ? "others" : what;
            String key = "event.own." + base + "." + fact.toLowerCase(Locale.ROOT);
            if (words.texts().has(key)) {
                return new Told(words.texts().say(key), "");
            }
        }
        String fact = key(base, what);
        if (words.texts().has(fact)) {
            return new Told(words.texts().say(fact), "");
        }
        return switch (base) {
            case "authn_login" -> signedIn(base, what);
            case "authn_step_up" -> new Told(words.title(base), way(what));
            case "authn_provider_event" -> ofProvider(base, what);
            case "authn_impersonation", "sys_unavailable" -> new Told(words.title(base), operation(what));
            default -> apiKey(base, what);
        };
    }

    private static String key(String base, String what) {
        return "event." + base + "." + what.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private Told signedIn(String base, String what) {
        return what.startsWith(SOCIAL)
                ? new Told(words.texts().say("event.authn_login.social", what.substring(SOCIAL.length())), "")
                : new Told(words.title(base), words.phrase(what));
    }

    /** Provider, event and effect. */
    private Told ofProvider(String base, String what) {
        List<String> parts = List.of(what.split(" ", -1));
        String key = parts.size() == 3 ? key(base, parts.get(1)) : "";
        return words.texts().has(key)
                ? new Told(words.texts().say(key, parts.get(0)), words.phrase(parts.get(2)))
                : new Told(words.title(base), words.phrase(what));
    }

    private Told apiKey(String base, String what) {
        Matcher key = API_KEY.matcher(what);
        return key.matches()
                ? new Told(led(base, "api_key_" + key.group(2)), key.group(1).equals("*") ? "" : key.group(1))
                : fact(base, what);
    }

    private Told fact(String base, String what) {
        if (what.startsWith(CALLED_OFF + " ")) {
            return new Told(led(base, CALLED_OFF), words.phrase(what.substring(CALLED_OFF.length() + 1)));
        }
        int named = what.indexOf(": ");
        if (named > 0) {
            return new Told(led(base, what.substring(0, named)), what.substring(named + 2));
        }
        if (!LED.contains(base) || what.isEmpty()) {
            return new Told(words.title(base), words.detail(base, what));
        }
        if (EventWords.OPERATIONS.containsKey(what)) {
            return new Told(operation(what), "");
        }
        List<String> facts =
                Stream.of(what.split(", ", -1)).map(one -> led(base, one)).toList();
        return new Told(facts.get(0), String.join(", ", facts.subList(1, facts.size())));
    }

    /** A fact as a title. */
    private String led(String base, String fact) {
        String key = key(base, fact);
        return words.texts().has(key) ? words.texts().say(key) : capital(words.phrase(fact));
    }

    private Told refused(String name, String what) {
        String base = EventWords.base(name);
        int at = what.indexOf(' ');
        String first = at < 0 ? what : what.substring(0, at);
        if (EventWords.OPERATIONS.containsKey(first)) {
            return refused(operation(first), base, at < 0 ? "" : what.substring(at + 1), "");
        }
        if (base.startsWith("purpose_code") && at > 0) {
            return refused(words.title(base), base, what.substring(at + 1), first);
        }
        if (!base.equals("authn_login") || at < 0) {
            return refused(words.title(base), base, what, "");
        }
        return refusedSignIn(base, what);
    }

    private Told refusedSignIn(String base, String what) {
        if (what.startsWith(SOCIAL) && what.indexOf(' ', SOCIAL.length()) > 0) {
            int at = what.indexOf(' ', SOCIAL.length());
            return refused("", base, what.substring(at + 1), what.substring(SOCIAL.length(), at));
        }
        List<String> parts = words.wayAndReason(what);
        if (what.startsWith("passkey ")) {
            return refusedFor("event.authn_passkey.refused", parts.get(1), "");
        }
        if (what.startsWith(STEP_UP)) {
            return refusedFor("event.authn_step_up.refused", parts.get(1), parts.get(0));
        }
        boolean says =
                what.startsWith("password wrong") || what.startsWith("code wrong") || what.contains("link wrong");
        return refusedFor("event.authn_login.refused", parts.get(1), says ? "" : parts.get(0));
    }

    private Told refusedFor(String key, String why, String more) {
        return new Told(words.texts().say(key, why), more);
    }

    /** What a hook of the application gave as its reason stays as it is. */
    private Told refused(String head, String base, String reason, String more) {
        boolean vetoed = reason.startsWith("vetoed ");
        String why = words.phrase(vetoed ? "vetoed" : reason);
        String all = joined(Stream.of(more, vetoed ? words.phrase(reason.substring("vetoed ".length())) : ""));
        String key = "event." + base + ".refused";
        if (reason.isEmpty()) {
            return new Told(words.texts().say("event.refused", head), all);
        }
        return new Told(
                words.texts().has(key)
                        ? words.texts().say(key, why)
                        : words.texts().say("event.refusedFor", head, why),
                all);
    }

    /** An operation, or the act with which staff began. */
    private String operation(String what) {
        Operation operation = EventWords.OPERATIONS.get(what);
        return operation == null ? words.phrase(what) : words.noun(operation);
    }

    private String way(String what) {
        return words.phrase(what.startsWith(STEP_UP) ? what.substring(STEP_UP.length()) : what);
    }

    private String values(@Nullable String values) {
        if (values == null) {
            return "";
        }
        Matcher merged = MERGED.matcher(values);
        if (merged.matches()) {
            return words.texts().say(merged.group(1) == null ? "event.from" : "event.into", merged.group(3));
        }
        if (values.startsWith("not ")) {
            return words.phrase(values.substring("not ".length()));
        }
        return values.startsWith(UNTIL) ? until(values) : values.replace(" to ", " → ");
    }

    private String until(String values) {
        try {
            Times times = new Times(words.texts(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            return words.texts().say("event.until", times.exact(Instant.parse(values.substring(UNTIL.length()))));
        } catch (DateTimeException e) {
            return values; // shortened
        }
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
