package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.model.FieldProblem;
import java.util.List;

/** What a service found wrong with a request, as a refusal. */
final class Problems {

    private Problems() {}

    /** Of a service that knows the new password by its plain name. */
    static InvalidInputException ofNewPassword(List<FieldProblem> problems) {
        return new InvalidInputException(problems.stream()
                .map(problem -> problem.field().equals("password")
                        ? new FieldProblem("new_password", problem.code(), problem.params())
                        : problem)
                .toList());
    }
}
