package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.model.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members that a body may have.
 *
 * @param naming of requests
 * @param names as they are on the wire, with the members of each object inside; null where an object is not described
 */
public record KnownMembers(JsonNaming naming, Map<String, @Nullable KnownMembers> names) {

    /** The code of a member that is not known. */
    public static final String CODE = "unknown_field";

    private static final Pattern READABLE = Pattern.compile("[\\w.$-]{1,64}");

    private static final int SHOWN = 20;

    /** A problem for each member that is not known; its name is as it was sent. */
    List<FieldProblem> problems(JsonObject body) {
        List<FieldProblem> problems = new ArrayList<>();
        body.members().forEach((name, value) -> {
            if (!isKnown(name)) {
                problems.add(new FieldProblem(shown(name), CODE, near(name)));
            } else if (value instanceof JsonObject inner) {
                KnownMembers described = names.get(naming.wire(name));
                if (described != null) {
                    described.problems(inner).forEach(problem -> problems.add(within(name, problem)));
                }
            }
        });
        return problems.stream().limit(SHOWN).toList();
    }

    private boolean isKnown(String name) {
        return names.containsKey(name) || naming.readsSnakeCase() && names.containsKey(naming.wire(name));
    }

    /** The name on the wire, where a client sent that of the inherited contract. */
    private Map<String, Object> near(String name) {
        String wire = naming.wire(name);
        return names.containsKey(wire) ? Map.of("near", wire) : Map.of();
    }

    private static FieldProblem within(String object, FieldProblem problem) {
        Map<String, Object> params = new HashMap<>(problem.params());
        params.put("member", problem.field());
        return new FieldProblem(object, problem.code(), params);
    }

    static String shown(String name) {
        return READABLE.matcher(name).matches() ? name : "?";
    }
}
