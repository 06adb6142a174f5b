package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.model.FieldProblem;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The texts of answers in one language. Figures are put in by name, so a translator may reorder them.
 *
 * @param language the language they are in
 */
public record Texts(Locale language, ResourceBundle bundle) {

    /** The {@code detail} of an error. */
    public String error(ErrorCode code) {
        return bundle.getString("error." + code.text());
    }

    /** What to tell about a body that is no JSON object. */
    public String malformed() {
        return bundle.getString("error.malformed");
    }

    /** The {@code detail} of a success, such as {@code registered}. */
    public String done(String what) {
        return bundle.getString("done." + what);
    }

    /** What to tell about a field; a code without a text of its own gets the general one. */
    public String field(FieldProblem problem) {
        String text = bundle.getString(fieldKey(problem));
        for (Map.Entry<String, Object> param : new TreeMap<>(problem.params()).entrySet()) {
            text = text.replace("{" + param.getKey() + "}", String.valueOf(param.getValue()));
        }
        Object member = problem.params().get("member");
        return member == null ? text : member + ": " + text;
    }

    /** The text with the figure where the figure is known, the text without it, or the general one. */
    private String fieldKey(FieldProblem problem) {
        String plain = "field." + problem.code();
        return problem.params().keySet().stream()
                .sorted()
                .map(name -> plain + "_" + name)
                .filter(bundle::containsKey)
                .findFirst()
                .orElse(bundle.containsKey(plain) ? plain : "field.invalid");
    }
}
