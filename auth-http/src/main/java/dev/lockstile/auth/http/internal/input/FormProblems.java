package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.model.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of a form; where the form is only described, what may be. */
final class FormProblems {

    private final @Nullable FormDescription description;
    private final List<FieldProblem> all = new ArrayList<>();

    FormProblems(@Nullable FormDescription description) {
        this.description = description;
    }

    void add(FieldProblem problem) {
        all.add(problem);
    }

    void addUnlessThere(String field, String code) {
        if (description != null) {
            description.refused(field, code);
        } else if (!isThere(field)) {
            add(FieldProblem.of(field, code));
        }
    }

    boolean isThere(String field) {
        return all.stream().anyMatch(problem -> problem.field().equals(field));
    }

    List<FieldProblem> all() {
        return List.copyOf(all);
    }

    void check() {
        if (description != null) {
            throw new DescriptionEnd();
        }
        if (!all.isEmpty()) {
            throw new InvalidInputException(all);
        }
    }
}
