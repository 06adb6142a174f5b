package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.http.internal.json.JsonNumber;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.JsonText;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body, asked for by name. What is not asked for is not looked at, so no unknown field changes anything
 * (ASVS 15.3.3). A field sent both in snake_case and in camelCase is refused. Problems are collected; {@link #check()}
 * comes before the first use of a value. Null counts as absent.
 */
public final class RequestFields {

    /** The longest password, token or code that is handed on. */
    static final int SECRET_MAX = 4096;

    private static final int UNKNOWN_SHOWN = 20;

    private static final JsonText AS_IT_IS = new JsonText(UnaryOperator.identity());

    private final JsonObject body;
    private final JsonNaming naming;
    private final FieldProblems problems = new FieldProblems();

    public RequestFields(JsonObject body, JsonNaming naming) {
        this.body = body;
        this.naming = naming;
    }

    /** The same that refuses members that are not among the known ones. */
    public RequestFields(JsonObject body, KnownMembers known) {
        this(body, known.naming());
        known.problems(body).forEach(problems::add);
    }

    /** A text without outer white space; a placeholder when it is missing, blank or otherwise wrong. */
    public String required(String field, int max) {
        String text = optional(field, max);
        if (text == null) {
            refuseUnlessRefused(field, "required");
        }
        return text == null ? "" : text;
    }

    /** A text without outer white space; null when it is missing, blank or otherwise wrong. */
    public @Nullable String optional(String field, int max) {
        String text = string(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > max) {
            problems.add(new FieldProblem(field, "too_long", Map.of("max", max)));
            return null;
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            problems.add(FieldProblem.of(field, "invalid_characters"));
            return null;
        }
        return stripped;
    }

    /** A password, code or token as it was sent: white space may be part of it. */
    public Secret secret(String field) {
        String text = string(field);
        if (text == null || text.isEmpty()) {
            refuseUnlessRefused(field, "required");
        } else if (text.length() > SECRET_MAX) {
            problems.add(new FieldProblem(field, "too_long", Map.of("max", SECRET_MAX)));
        }
        return Secret.of(text == null ? "" : text);
    }

    /** The same where it may be missing; null then. */
    public @Nullable Secret optionalSecret(String field) {
        return value(field) == null ? null : secret(field);
    }

    /** A new password together with its repetition in the field {@code <field>_confirm}. */
    public Secret confirmedSecret(String field) {
        Secret secret = secret(field);
        Secret repeated = secret(field + "_confirm");
        if (!isRefused(field) && !secret.equals(repeated)) {
            refuseUnlessRefused(field + "_confirm", "mismatch");
        }
        return secret;
    }

    /** A consent: JSON's true and nothing like it. */
    public boolean accepted(String field) {
        Object value = value(field);
        if (value != null && !(value instanceof Boolean)) {
            problems.add(FieldProblem.of(field, "wrong_type"));
        } else if (!Boolean.TRUE.equals(value)) {
            refuseUnlessRefused(field, "must_be_accepted");
        }
        return Boolean.TRUE.equals(value);
    }

    /** True or false; null when it is missing. */
    public @Nullable Boolean flag(String field) {
        Object value = value(field);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            problems.add(FieldProblem.of(field, "wrong_type"));
        }
        return null;
    }

    /** A text as it was sent, such as an encoded file. */
    public String text(String field, int max) {
        String text = string(field);
        if (text == null || text.isEmpty() || text.length() > max) {
            refuseUnlessRefused(field, text == null || text.isEmpty() ? "required" : "too_long");
        }
        return text == null ? "" : text;
    }

    /** A whole number; null when it is missing or otherwise wrong. */
    public @Nullable Long number(String field) {
        Object value = value(field);
        if (value instanceof JsonNumber number && number.text().matches("-?\\d{1,18}")) {
            return Long.valueOf(number.text());
        }
        if (value != null) {
            boolean isWhole =
                    value instanceof JsonNumber number && number.text().matches("-?\\d+");
            problems.add(FieldProblem.of(field, isWhole ? "out_of_range" : "wrong_type"));
        }
        return null;
    }

    /** True when the field was sent, be it as null. */
    public boolean has(String field) {
        return (naming.readsSnakeCase() && body.has(field)) || body.has(naming.wire(field));
    }

    /** A day such as {@code 1990-12-31} within these bounds, both included. */
    public @Nullable LocalDate date(String field, LocalDate first, LocalDate last) {
        String text = optional(field, 32);
        if (text == null) {
            return null;
        }
        LocalDate date = parsed(text);
        if (date == null || date.isBefore(first) || date.isAfter(last)) {
            problems.add(FieldProblem.of(field, date == null ? "invalid" : "out_of_range"));
            return null;
        }
        return date;
    }

    /** The same for a key that may be missing. */
    public @Nullable String optionalKey(String field, int max) {
        return value(field) == null ? null : key(field, max);
    }

    /** A key that may be written as a number or as a text. */
    public String key(String field, int max) {
        if (value(field) instanceof JsonNumber number) {
            if (number.text().length() > max || !number.text().matches("-?\\d+")) {
                problems.add(FieldProblem.of(field, "invalid"));
            }
            return number.text();
        }
        return required(field, max);
    }

    /** The fields of an object inside; null when it is missing or no object. */
    public @Nullable RequestFields object(String field) {
        Object value = value(field);
        if (value instanceof JsonObject object) {
            return new RequestFields(object, naming);
        }
        if (value != null) {
            problems.add(FieldProblem.of(field, "wrong_type"));
        }
        return null;
    }

    /** The text of an object inside, for a reader of its own; null when it is missing or no object. */
    public @Nullable String json(String field) {
        Object value = value(field);
        if (value instanceof JsonObject object) {
            return new String(AS_IT_IS.write(object), StandardCharsets.UTF_8);
        }
        if (value != null) {
            problems.add(FieldProblem.of(field, "wrong_type"));
        }
        return null;
    }

    /** Takes over what was wrong inside an object, under the object's own name. */
    public void adopt(String field, RequestFields inner) {
        for (FieldProblem problem : inner.problems.all()) {
            Map<String, Object> params = new HashMap<>(problem.params());
            boolean isKnown = !problem.code().equals(KnownMembers.CODE);
            params.put("member", isKnown ? naming.wire(problem.field()) : problem.field());
            FieldProblem adopted = new FieldProblem(field, problem.code(), params);
            if (isKnown) {
                problems.add(adopted);
            } else {
                problems.putUnknown(adopted);
            }
        }
    }

    /** Notes a problem unless the field has one already. */
    public void refuseUnlessRefused(String field, String code) {
        problems.addUnlessThere(field, code);
    }

    /** The same for what something else found wrong. */
    void refuseUnlessRefused(FieldProblem problem) {
        if (!isRefused(problem.field())) {
            problems.add(problem);
        }
    }

    /** Refuses members that are not among these, and names these; true when there are none. */
    public boolean refuseAllBut(List<String> fields) {
        List<String> unknown = unknown(fields);
        String known = String.join(", ", fields.stream().map(naming::wire).toList());
        unknown.forEach(name -> problems.putUnknown(
                new FieldProblem(KnownMembers.shown(name), KnownMembers.CODE, Map.of("known", known))));
        return unknown.isEmpty();
    }

    /** Refuses members that are not among these, also where unknown ones are ignored. */
    void refuseUnknown(List<String> fields) {
        unknown(fields).forEach(name -> problems.addUnknownUnlessThere(KnownMembers.shown(name)));
    }

    private List<String> unknown(List<String> fields) {
        List<String> known = fields.stream().map(naming::wire).toList();
        return body.members().keySet().stream()
                .filter(name -> !known.contains(name) && !(naming.readsSnakeCase() && fields.contains(name)))
                .limit(UNKNOWN_SHOWN)
                .toList();
    }

    /** Goes no further when anything was wrong. */
    public void check() {
        problems.check();
    }

    /** True when a problem of that field was noted. */
    boolean isRefused(String field) {
        return problems.isThere(field);
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // No day of the calendar: told to the client as such.
            return null;
        }
    }

    private @Nullable String string(String field) {
        Object value = value(field);
        if (value instanceof String text) {
            return text;
        }
        if (value != null) {
            problems.add(FieldProblem.of(field, "wrong_type"));
        }
        return null;
    }

    private @Nullable Object value(String field) {
        String wire = naming.wire(field);
        if (!naming.readsSnakeCase()) {
            return body.value(wire);
        }
        if (!wire.equals(field) && body.has(wire) && body.has(field)) {
            // Two spellings of one field: whichever we took, another filter may have checked the other.
            refuseUnlessRefused(field, "ambiguous");
            return null;
        }
        return body.value(body.has(wire) ? wire : field);
    }
}
