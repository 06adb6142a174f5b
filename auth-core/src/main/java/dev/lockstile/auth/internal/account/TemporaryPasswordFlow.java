package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.PasswordAdministration.TemporaryPassword;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.MarkedHash.Mark;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets a temporary password on behalf of a caller. The password is hashed before the transaction, and only for a caller
 * with the permission; right, account and password are read and written in one transaction.
 */
final class TemporaryPasswordFlow {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final FlowContext context;
    private final AuthorizedChangeFlow authorized;
    private final PasswordMarks marks;
    private final NewPasswordCheck policy;
    private final StandardAdminAuthorization authorization;

    TemporaryPasswordFlow(FlowContext context, AuthorizedChangeFlow authorized, PasswordMarks marks) {
        this.context = context;
        this.authorized = authorized;
        this.marks = marks;
        this.policy = new NewPasswordCheck(context);
        this.authorization = new StandardAdminAuthorization(context);
    }

    Outcome<Secret> run(Caller caller, UserId user, TemporaryPassword wanted, String reference) {
        AuditReference.require(reference);
        if (context.store().holdsConnection()) {
            throw new ConnectionHeldException();
        }
        Secret password = Objects.requireNonNullElseGet(wanted.password(), this::made);
        Optional<StoredUser> owner = owner(caller, user);
        List<FieldProblem> problems = owner.map(found -> policy.problems("password", password, found.info()))
                .orElse(List.of());
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Instant until = context.now().plus(wanted.life());
        try {
            MarkedHash marked = owner.isEmpty()
                    ? null
                    : new MarkedHash(
                            Mark.TEMPORARY, until, context.passwords().hasher().hash(password));
            return outcome(authorized.run(caller, user, reference, marks.temporary(marked)), password);
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, context.now().plusSeconds(1));
        }
    }

    /** Empty where the call is refused whatever the password is; the transaction says why, and tells of it. */
    private Optional<StoredUser> owner(Caller caller, UserId user) {
        return authorization.refusal(caller, AdminPermission.PASSWORDS_RESET).isPresent()
                ? Optional.empty()
                : context.store().read(tx -> tx.users().byId(user));
    }

    private static Outcome<Secret> outcome(Change change, Secret password) {
        return switch (change) {
            case DONE -> Outcome.done(password);
            case UNCHANGED -> Outcome.refused(Refusal.NO_PROVEN_ADDRESS);
            default -> Outcome.refused(AuthorizedChangeFlow.refusal(change));
        };
    }

    /** 80 random bits, in groups that are read aloud. */
    private Secret made() {
        byte[] bytes = context.randomness().bytes(LENGTH);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return Secret.of(text.toString());
    }
}
