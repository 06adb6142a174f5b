package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person typed into a form, and what is wrong with it in words. Secrets are never shown again. */
final class Fields {

    private final Map<String, String> sent;
    private final Texts texts;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    Fields(Map<String, String> sent, Texts texts) {
        this.sent = sent;
        this.texts = texts;
    }

    /** The text without white space around it; empty, and refused, when there is none. */
    String required(String name, int max) {
        String text = optional(name, max);
        if (text == null) {
            refuse(name, "required");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optional(String name, int max) {
        String text = sent.getOrDefault(name, "").strip();
        values.put(name, text);
        if (text.length() > max) {
            refuse(name, "too_long");
        }
        return text.isEmpty() ? null : text;
    }

    /** Exactly as sent. */
    Secret secret(String name) {
        String text = sent.getOrDefault(name, "");
        if (text.isEmpty()) {
            refuse(name, "required");
        }
        return Secret.of(text);
    }

    /** A new password: entered twice where the form has both fields, as a host's own may. */
    Secret secretOnceOrTwice(String name) {
        return sent.containsKey(name + "_confirm") ? twice(name) : secret(name);
    }

    /** A new password, entered twice. */
    Secret twice(String name) {
        Secret secret = secret(name);
        if (!secret.equals(Secret.of(sent.getOrDefault(name + "_confirm", "")))) {
            refuse(name + "_confirm", "mismatch");
        }
        return secret;
    }

    @Nullable
    LocalDate date(String name) {
        String text = optional(name, 10);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            refuse(name, "invalid");
            return null;
        }
    }

    @Nullable
    Long number(String name) {
        String text = optional(name, 20);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            refuse(name, "invalid");
            return null;
        }
    }

    boolean checked(String name) {
        boolean checked = sent.containsKey(name);
        values.put(name, checked ? "on" : "");
        return checked;
    }

    void refuse(String name, String code) {
        errors.putIfAbsent(name, texts.say("field." + code));
    }

    boolean wasSent(String name) {
        return sent.containsKey(name);
    }

    /** Beside the field, by the key of a text. */
    void tell(String name, String key) {
        errors.putIfAbsent(name, texts.say(key));
    }

    /** What the library found wrong; a field that the form calls otherwise is named by the map. */
    Fields refuse(List<FieldProblem> problems, Map<String, String> names) {
        problems.forEach(
                problem -> errors.putIfAbsent(names.getOrDefault(problem.field(), problem.field()), inWords(problem)));
        return this;
    }

    Fields refuse(List<FieldProblem> problems) {
        return refuse(problems, Map.of());
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    void suggest(String name, @Nullable String value) {
        values.put(name, value == null ? "" : value);
    }

    /** For the template. */
    public Map<String, String> getValues() {
        return values;
    }

    /** For the template. */
    public Map<String, String> getErrors() {
        return errors;
    }

    /** For the summary above a form: each field that is refused, with its label, in the order of the form. */
    List<Map<String, String>> problems() {
        return errors.entrySet().stream()
                .sorted(Comparator.comparingInt(error -> FieldLabels.place(error.getKey())))
                .map(error -> Map.of(
                        "field",
                        error.getKey(),
                        "text",
                        FieldLabels.of(error.getKey(), texts)
                                .map(label -> label + ": " + error.getValue())
                                .orElse(error.getValue())))
                .toList();
    }

    private String inWords(FieldProblem problem) {
        for (Map.Entry<String, Object> param : problem.params().entrySet()) {
            String key = "field." + problem.code() + "_" + param.getKey();
            if (texts.has(key)) {
                return texts.say(key, param.getValue());
            }
        }
        return texts.say(texts.has("field." + problem.code()) ? "field." + problem.code() : "field.invalid");
    }
}
