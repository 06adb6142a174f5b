package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request to register: canonical identifiers, and all problems at once. The source of breached passwords is
 * asked apart, once the stranger has been counted.
 */
final class RegistrationCheck {

    private final FlowContext context;
    private final NewPasswordCheck password;

    RegistrationCheck(FlowContext context) {
        this.context = context;
        this.password = new NewPasswordCheck(context);
    }

    Checked check(Registration registration) {
        List<FieldProblem> problems = new ArrayList<>();
        Registration.Identifiers identifiers = registration.identifiers();
        Identifier email = read("email", identifiers.email(), context.identifiers()::email, problems);
        Identifier phone = read("phone", identifiers.phone(), context.identifiers()::phone, problems);
        Identifier username = read("username", identifiers.username(), context.identifiers()::newUsername, problems);
        boolean reachable =
                identifiers.email() != null || (context.settings().signUp().phoneOnly() && identifiers.phone() != null);
        if (!reachable) {
            problems.add(FieldProblem.of("email", "required"));
        }
        if (!registration.termsAccepted()) {
            problems.add(FieldProblem.of("terms_and_conditions_accepted", "must_be_accepted"));
        }
        context.settings().genders().problem(registration.person().gender()).ifPresent(problems::add);
        problems.addAll(HostFields.problems(context.settings().fields().registration(), registration.host(), true));
        problems.addAll(password.problemsWithoutAsking(
                "password", registration.password(), identifiers.email(), identifiers.phone(), identifiers.username()));
        return new Checked(email, phone, username, problems);
    }

    /** What the source of breached passwords has against a registration that is fine otherwise. */
    List<FieldProblem> breach(Registration registration) {
        return password.breachProblems("password", registration.password());
    }

    private static @Nullable Identifier read(
            String field,
            @Nullable String text,
            Function<String, Optional<Identifier>> form,
            List<FieldProblem> problems) {
        if (text == null) {
            return null;
        }
        Optional<Identifier> identifier = form.apply(text);
        if (identifier.isEmpty()) {
            problems.add(FieldProblem.of(field, "invalid_" + field));
        }
        return identifier.orElse(null);
    }

    /** The identifiers in canonical form, and what is wrong. */
    record Checked(
            @Nullable Identifier email,
            @Nullable Identifier phone,
            @Nullable Identifier username,
            List<FieldProblem> problems) {

        /** The same without a user name of that kind: it is asked for in vain, as one that an account here has. */
        Checked without(Predicate<Identifier> taken) {
            return username != null && taken.test(username) ? new Checked(email, phone, null, problems) : this;
        }

        /** The one identifier by which the registration is proven. */
        Identifier main() {
            Identifier main = email == null ? phone : email;
            if (main == null) {
                throw new IllegalStateException("a registration without an identifier was let through");
            }
            return main;
        }
    }
}
