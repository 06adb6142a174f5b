package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.internal.identifier.UnicodeFolding;
import dev.lockstile.auth.model.FieldProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with what a key is to be. */
final class ApiKeyDraftCheck {

    private static final int LONGEST_NAME = 64;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private ApiKeyDraftCheck() {}

    static List<FieldProblem> problems(ApiKey.Draft draft, Set<String> allowed, ApiKeySettings settings) {
        List<FieldProblem> problems = new ArrayList<>();
        name(draft.name()).ifPresent(problems::add);
        if (!allowed.containsAll(draft.scopes())) {
            problems.add(FieldProblem.of("scope", "not_allowed"));
        }
        life(draft.validFor(), settings).ifPresent(problems::add);
        return problems;
    }

    /** No letter of a name hides or reorders text in a list that people read. */
    static Optional<FieldProblem> name(String name) {
        if (name.isBlank()) {
            return Optional.of(FieldProblem.of("name", "required"));
        }
        if (!UnicodeFolding.arePrintable(name)) {
            return Optional.of(FieldProblem.of("name", "invalid"));
        }
        return name.strip().length() > LONGEST_NAME
                ? Optional.of(new FieldProblem("name", "too_long", Map.of("max", LONGEST_NAME)))
                : Optional.empty();
    }

    static Optional<FieldProblem> life(@Nullable Duration wanted, ApiKeySettings settings) {
        if (wanted == null) {
            return Optional.empty();
        }
        if (wanted.compareTo(SHORTEST_LIFE) < 0) {
            return Optional.of(FieldProblem.of("expires_in_days", "out_of_range"));
        }
        Duration longest = settings.life().longest();
        return wanted.compareTo(longest) > 0
                ? Optional.of(new FieldProblem("expires_in_days", "too_large", Map.of("max", longest.toDays())))
                : Optional.empty();
    }
}
