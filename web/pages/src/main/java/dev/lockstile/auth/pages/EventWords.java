package dev.lockstile.auth.pages;

import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.Operation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of the audit trail in words of a language. */
record EventWords(Texts texts) {

    /** Names that no operation has. */
    private static final List<String> MORE = List.of(
            "authn_factor_change",
            "authn_impersonation",
            "authn_login_lock",
            "authn_passkey_fail",
            "authn_risk_assessed",
            "authn_second_factor_asked",
            "authn_sign_in_disowned",
            "authn_token_created",
            "authn_token_reuse",
            "authn_token_revoked",
            "excess_rate_limit_exceeded",
            "sys_audit_cut",
            "sys_monitor_disabled",
            "sys_unavailable",
            "user_created");

    /** By their names, which stand in details. */
    static final Map<String, Operation> OPERATIONS =
            Arrays.stream(Operation.values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private static final Pattern CODE_WORD = Pattern.compile("[A-Z]{2,}(?:_[A-Z]+)*|[a-z]+(?:_[a-z]+)+");
    private static final Pattern END = Pattern.compile("_(fail|success)$");

    /** All names, in their order. */
    static List<String> names() {
        Stream<String> operations = Arrays.stream(Operation.values())
                .flatMap(operation -> Stream.of(operation.done(), operation.refused()));
        return List.copyOf(
                new TreeSet<>(Stream.concat(operations, MORE.stream()).toList()));
    }

    /** For a field of choice: each name and how it is told. */
    List<Map<String, String>> kinds() {
        return names().stream()
                .map(name -> Map.of(
                        "name",
                        name,
                        "text",
                        name.endsWith("_fail") ? texts.say("event.refused", asked(name)) : title(name)))
                .toList();
    }

    /** The operation behind the name of a refusal, where it is one alone. */
    private String asked(String name) {
        List<Operation> operations = Arrays.stream(Operation.values())
                .filter(operation -> operation.refused().equals(name))
                .toList();
        return operations.size() == 1 ? noun(operations.get(0)) : title(name);
    }

    Map<String, @Nullable Object> of(Entry entry) {
        return shown(entry, new EventTitle(this, false));
    }

    /** The same, for the owner of the account. */
    Map<String, @Nullable Object> ofOwn(Entry entry) {
        return shown(entry, new EventTitle(this, true));
    }

    private static Map<String, @Nullable Object> shown(Entry entry, EventTitle titles) {
        EventDetail detail = EventDetail.of(entry.detail());
        EventTitle.Told told = titles.of(entry.name(), entry.session(), detail);
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("title", told.title());
        shown.put("icon", icon(entry.name()));
        shown.put("succeeded", entry.succeeded());
        shown.put("at", entry.at());
        shown.put("user", entry.user());
        shown.put("actor", entry.actor());
        shown.put("session", entry.session());
        shown.put("detail", told.more());
        shown.put("reason", detail.reference());
        return shown;
    }

    /** The name without its end. */
    static String base(String name) {
        return END.matcher(name).replaceAll("");
    }

    String title(String name) {
        String key = "event." + base(name);
        return texts.has(key) ? texts.say(key) : name.replace('_', ' ');
    }

    /** What is asked for, whether it was done or refused. */
    String noun(Operation operation) {
        String key = "event.op." + operation.name().toLowerCase(Locale.ROOT);
        return texts.has(key) ? texts.say(key) : title(operation.refused());
    }

    /** What the title does not say already: the way, and why. */
    String detail(String base, String detail) {
        if (detail.isEmpty()
                || OPERATIONS.containsKey(detail)
                || base.endsWith(detail.toLowerCase(Locale.ROOT))
                || base.equals("user_" + detail)
                || base.equals("session_use_after_expire")) {
            return "";
        }
        List<String> parts = parts(detail);
        return parts.isEmpty() ? phrase(detail) : String.join(", ", parts);
    }

    /** The way and the reason in words, where the texts know both; else none. */
    private List<String> parts(String detail) {
        for (int at = detail.indexOf(' '); at > 0 && !texts.has(key(detail)); at = detail.indexOf(' ', at + 1)) {
            String way = key(detail.substring(0, at));
            String why = why(way, detail.substring(at + 1));
            if (texts.has(way) && texts.has(why)) {
                return List.of(texts.say(way), texts.say(why));
            }
        }
        return List.of();
    }

    /** A reason may have another text behind one way. */
    private String why(String way, String reason) {
        String own = way + "." + reason;
        return texts.has(own) ? own : key(reason);
    }

    /** A way of signing in, and why it was refused; an unknown reason stands after the first word of the detail. */
    List<String> wayAndReason(String detail) {
        List<String> parts = parts(detail);
        int at = detail.indexOf(' ');
        if (!parts.isEmpty() || at < 0) {
            return parts.isEmpty() ? List.of(phrase(detail), "") : parts;
        }
        return List.of(phrase(detail.substring(0, at)), phrase(detail.substring(at + 1)));
    }

    /** Words of the library in those of the language. */
    String phrase(String detail) {
        String key = key(detail);
        return texts.has(key) ? texts.say(key) : words(detail);
    }

    static String key(String phrase) {
        return "word." + phrase.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Words of the library in those of the language, or without their capitals. */
    private String words(String detail) {
        return Stream.of(detail.split(" "))
                .map(word -> CODE_WORD.matcher(word).matches() ? AdminTable.word(texts, word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String icon(String name) {
        if (name.startsWith("authn_login")) {
            return "key";
        }
        if (name.startsWith("session")) {
            return "monitor";
        }
        if (name.startsWith("user")) {
            return "user";
        }
        if (name.contains("password") || name.contains("step_up")) {
            return "lock";
        }
        if (name.contains("code")) {
            return "message";
        }
        return name.startsWith("authn") || name.startsWith("authz") ? "shield" : "alert";
    }
}
