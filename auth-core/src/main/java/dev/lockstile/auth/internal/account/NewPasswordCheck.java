package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.PasswordContext;
import dev.lockstile.auth.password.PasswordProblem;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts every new password before the one policy. */
public final class NewPasswordCheck {

    private final FlowContext context;

    public NewPasswordCheck(FlowContext context) {
        this.context = context;
    }

    public List<FieldProblem> problems(String field, Secret candidate, UserInfo user) {
        return problems(field, candidate, user.email(), user.phone(), user.username());
    }

    /** The problem of a marked password that is chosen again; none for a hash without a mark. */
    public List<FieldProblem> repeated(String field, Secret candidate, @Nullable Secret stored) {
        return MarkedHash.read(stored == null ? null : stored.reveal())
                .filter(marked -> context.passwords()
                        .hasher()
                        .check(marked.hash(), candidate)
                        .matches())
                .map(marked -> List.of(FieldProblem.of(field, "same_password")))
                .orElse(List.of());
    }

    List<FieldProblem> problems(String field, Secret candidate, @Nullable String... own) {
        return told(field, context.passwords().policy().problems(candidate, known(own)));
    }

    /** The same without the breach source, for strangers who were not counted yet. */
    List<FieldProblem> problemsWithoutAsking(String field, Secret candidate, @Nullable String... own) {
        return told(field, context.passwords().policy().problemsWithoutAsking(candidate, known(own)));
    }

    /** The rest of it, once they were counted. */
    List<FieldProblem> breachProblems(String field, Secret candidate) {
        return told(field, context.passwords().policy().breachProblems(candidate));
    }

    private PasswordContext known(@Nullable String... own) {
        return new PasswordContext(
                own[0], own[1], own[2], List.of(context.settings().service()));
    }

    private static List<FieldProblem> told(String field, List<PasswordProblem> problems) {
        return problems.stream()
                .map(problem -> new FieldProblem(field, problem.code().text(), problem.params()))
                .toList();
    }
}
