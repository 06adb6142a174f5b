package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.MarkedHash.Mark;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords that an administration has replaced at the next sign-in; see {@link MarkedHash}. */
final class PasswordMarks {

    private final FlowContext context;
    private final SecurityNotice notice;
    private final PasswordHistory history;

    PasswordMarks(FlowContext context) {
        this.context = context;
        this.notice = new SecurityNotice(context);
        this.history = new PasswordHistory(context);
    }

    /**
     * Marks the present password; of two at once, and beside a change of the password, one wins by the stored hash. The
     * row counts as changed here, so that an import leaves the mark alone.
     */
    AccountChange required() {
        return change(
                "password_change_required",
                (tx, user, now) -> tx.users()
                        .byId(user)
                        .filter(found -> mark(tx, found) && tx.users().lock(user, now))
                        .filter(found -> end(tx, found.info(), MessageKind.PASSWORD_CHANGE_REQUIRED, now))
                        .isPresent());
    }

    private static boolean mark(AuthTx tx, StoredUser found) {
        Secret seen = found.passwordHash();
        return seen != null
                && marked(seen)
                        .filter(text -> tx.users().upgradePassword(found.info().id(), seen, text))
                        .isPresent();
    }

    private static Optional<Secret> marked(Secret seen) {
        return Optional.of(seen.reveal())
                .filter(stored -> MarkedHash.read(stored).isEmpty())
                .map(stored -> new MarkedHash(Mark.COMPROMISED, null, stored).text())
                .filter(text -> text.length() <= MarkedHash.LONGEST)
                .map(Secret::of);
    }

    /** Sets a temporary password, where a password opens the account. @param hash null where the call is refused */
    AccountChange temporary(@Nullable MarkedHash hash) {
        return change(
                "temporary_password_set",
                (tx, user, now) -> hash != null && replace(tx, user, Secret.of(hash.text()), now));
    }

    private boolean replace(AuthTx tx, UserId user, Secret hash, Instant now) {
        Optional<StoredUser> owner = history.hold(tx, user, now)
                ? tx.users()
                        .byId(user)
                        .filter(found ->
                                found.info().status().mayAct() && UnprovenIdentifiers.takesPassword(found.info()))
                : Optional.empty();
        if (owner.isEmpty() || !tx.users().resetPassword(user, hash, now)) {
            return false;
        }
        history.keep(tx, user, owner.get().passwordHash(), now);
        return end(tx, owner.get().info(), MessageKind.TEMPORARY_PASSWORD_SET, now);
    }

    private static AccountChange change(String name, AccountChange.Write write) {
        return new AccountChange(name, AdminPermission.PASSWORDS_RESET, AccountChange.On.ORDINARY, write);
    }

    private boolean end(AuthTx tx, UserInfo owner, MessageKind told, Instant now) {
        context.sessionEnds().endAll(tx, new SessionRevocation.User(owner.id(), now), EndReason.PASSWORD_RESET, null);
        tx.codes().endAll(owner.id(), now);
        FactorRevocation.forgetBrowsers(context, tx, owner.id(), now);
        context.limiters().attempts().reset(tx, owner, now);
        notice.send(tx, owner, told, now);
        return true;
    }
}
