package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.Admission;
import dev.lockstile.auth.internal.session.Authority;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/** Who may open which account: read inside the transaction that opens it, and once before any work. */
final class NewAccountRights {

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;

    NewAccountRights(FlowContext context) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
    }

    /** For the account of a person. */
    Optional<Refusal> refusal(AuthTx tx, Caller caller, AccountDraft draft) {
        Admission admission = authorization.admit(tx, caller, AdminPermission.USERS_CREATE, context.now());
        boolean may = mayVouch(admission.authority(), draft) && mayGiveRole(admission.authority(), draft);
        return admission.refusal().or(() -> may ? Optional.empty() : Optional.of(Refusal.FORBIDDEN));
    }

    /** For the account of a program. */
    Optional<Refusal> refusalOfProgram(AuthTx tx, Caller caller, AccountDraft draft) {
        Admission admission = authorization.admit(tx, caller, AdminPermission.PROGRAMS_MANAGE, context.now());
        boolean may = covers(admission.authority(), draft);
        return admission.refusal().or(() -> may ? Optional.empty() : Optional.of(Refusal.FORBIDDEN));
    }

    private static boolean mayVouch(Authority authority, AccountDraft draft) {
        return !draft.verified() || authority.has(AdminPermission.USERS_VERIFY);
    }

    private boolean mayGiveRole(Authority authority, AccountDraft draft) {
        boolean assigns = authority.has(AdminPermission.ROLES_ASSIGN) || authorization.isOfNewAccounts(draft.role());
        return assigns && covers(authority, draft);
    }

    /** The role permits nothing that the caller may not do. A word that is no role is a problem of the draft. */
    private boolean covers(Authority authority, AccountDraft draft) {
        return context.settings()
                .roles()
                .find(draft.role())
                .map(authority::gives)
                .orElse(true);
    }
}
