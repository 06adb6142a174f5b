package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.role.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the draft of an account that an administration opens: canonical identifiers, and all problems at once. */
final class NewAccountCheck {

    private final FlowContext context;
    private final NewPasswordCheck policy;

    NewAccountCheck(FlowContext context) {
        this.context = context;
        this.policy = new NewPasswordCheck(context);
    }

    /**
     * What the draft says.
     *
     * @param program true for an account of a program, in a role that is declared so
     */
    Checked check(AccountDraft draft, boolean program) {
        List<FieldProblem> problems = new ArrayList<>();
        List<Identifier> identifiers = identifiers(draft.identifiers(), problems);
        problems.addAll(otherProblems(draft, program));
        return new Checked(identifiers, problems);
    }

    private List<Identifier> identifiers(AccountDraft.Identifiers typed, List<FieldProblem> problems) {
        List<Identifier> found = new ArrayList<>();
        read("email", typed.email(), context.identifiers()::email, problems).ifPresent(found::add);
        read("phone", typed.phone(), context.identifiers()::phone, problems).ifPresent(found::add);
        read("username", typed.username(), context.identifiers()::newUsername, problems)
                .ifPresent(found::add);
        if (typed.email() == null && typed.phone() == null && typed.username() == null) {
            problems.add(FieldProblem.of("email", "required"));
        }
        return found;
    }

    private static Optional<Identifier> read(
            String field,
            @Nullable String text,
            Function<String, Optional<Identifier>> form,
            List<FieldProblem> problems) {
        Optional<Identifier> identifier = Optional.ofNullable(text).flatMap(form);
        if (text != null && identifier.isEmpty()) {
            problems.add(FieldProblem.of(field, "invalid_" + field));
        }
        return identifier;
    }

    private List<FieldProblem> otherProblems(AccountDraft draft, boolean program) {
        List<FieldProblem> problems = new ArrayList<>();
        AccountDraft.Identifiers own = draft.identifiers();
        if (draft.password() != null) {
            problems.addAll(policy.problems("password", draft.password(), own.email(), own.phone(), own.username()));
            if (!draft.verified() && (own.email() != null || own.phone() != null)) {
                problems.add(FieldProblem.of("password", "needs_verified_identifier"));
            }
        }
        Roles roles = context.settings().roles();
        if (roles.find(draft.role()).isEmpty() || roles.isForPrograms(draft.role()) != program) {
            problems.add(FieldProblem.of("role", "invalid_role"));
        }
        context.settings().genders().problem(draft.person().gender()).ifPresent(problems::add);
        return problems;
    }

    /** The identifiers that could be read, and what is wrong; nothing is where there are no problems. */
    record Checked(List<Identifier> identifiers, List<FieldProblem> problems) {}
}
