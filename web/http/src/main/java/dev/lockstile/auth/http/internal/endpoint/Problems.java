package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.model.FieldProblem;
import java.util.List;

/** What a service found wrong with a request, as a refusal. */
final class Problems {

    private Problems() {}

    /** A text that no code can be; no attempt was spent. */
    static InvalidInputException malformedCode(String field) {
        return new InvalidInputException(List.of(FieldProblem.of(field, "malformed_code")));
    }

    static InvalidInputException of(List<FieldProblem> problems) {
        return new InvalidInputException(problems);
    }

    /** The same for a service that knows the new password by its plain name. */
    static InvalidInputException ofNewPassword(List<FieldProblem> problems) {
        return of(problems.stream()
                .map(problem -> problem.field().equals("password")
                        ? new FieldProblem("new_password", problem.code(), problem.params())
                        : problem)
                .toList());
    }
}
