package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * Merges two accounts of one person, on behalf of a caller with
 * {@link dev.lockstile.auth.role.AdminPermission#USERS_MERGE}. The target account is kept; the source account is marked
 * as deleted, and its id is treated as that of a deleted account.
 *
 * <p>Verified identifiers and accounts at other sites that the target lacks move to it, and so do profiles and devices.
 * The target keeps its password, settings and second factors. The source's password and API keys are removed, and
 * sessions, codes and trusted browsers of both accounts are revoked. The host moves its own rows in
 * {@link dev.lockstile.auth.hook.AuthHook#beforeMerge}, in the same transaction.
 *
 * <p>Refused with {@code FORBIDDEN}: an account with a right, one with more permissions than the caller, a role that
 * the caller may not assign, and the caller's own account. Refused with {@code INVALID_INPUT} and
 * {@link Merge#conflicts}: the same account twice, a disabled account, a source with a second factor or a passkey, a
 * target without a verified identifier, and more profiles than an account may have.
 */
public interface AccountMerging {

    /**
     * {@return what a merge would move, and the conflicts for which it would be refused} Requires no recent
     * authentication. Reads only.
     *
     * @param caller the authenticated caller
     * @param from the source account
     * @param into the target account
     */
    Outcome<Merge> previewMergeAs(Caller caller, UserId from, UserId into);

    /**
     * Merges two accounts in one transaction, which joins the host's if there is one. Both rows are locked, so that one
     * of several concurrent merges of an account succeeds. Two events and the audit trail record both ids. A notice is
     * sent to the verified addresses of both accounts.
     *
     * @param caller the authenticated caller
     * @param from the source account
     * @param into the target account
     * @param reference the reason, for the audit trail
     * @return what was moved; {@code NOT_FOUND} where an account does not exist, {@code FORBIDDEN} for a veto of a
     *     hook, {@code IDENTIFIER_TAKEN} where a unique column of the host's table keeps an identifier with the source
     *     account, after which a joined transaction may be marked for rollback
     * @throws IllegalArgumentException for a reference that is not a valid
     *     {@link dev.lockstile.auth.event.AuditReference}
     */
    Outcome<Merge> mergeAs(Caller caller, UserId from, UserId into, String reference);

    /**
     * {@return what a merge would move, and the conflicts for which it would be refused} Checks no permission of a
     * caller; see {@link #merge}.
     *
     * @param from the source account
     * @param into the target account
     */
    Outcome<Merge> previewMerge(UserId from, UserId into);

    /**
     * Merges two accounts, for the host's own code and operators of the process; checks no permission of a caller, so
     * no endpoint may call it. An account with a right is refused as in {@link #mergeAs}. Joins the host's transaction
     * if there is one.
     *
     * @param from the source account
     * @param into the target account
     * @param reference as for {@link #mergeAs}
     * @return as {@link #mergeAs}
     * @throws IllegalArgumentException for a reference that is not a valid
     *     {@link dev.lockstile.auth.event.AuditReference}
     */
    Outcome<Merge> merge(UserId from, UserId into, String reference);

    /**
     * The result, or the preview, of a merge.
     *
     * @param from the source account
     * @param into the target account
     * @param moved kinds of identifiers that move to the target
     * @param released kinds of identifiers that both have; that of the source is free after the merge
     * @param providers names of the sites whose linked accounts move
     * @param profiles how many profiles move; none of them becomes the default one
     * @param conflicts reasons for a refusal, by side ({@code from}, {@code into}) and code
     */
    record Merge(
            UserId from,
            UserId into,
            List<IdentifierKind> moved,
            List<IdentifierKind> released,
            List<String> providers,
            int profiles,
            List<FieldProblem> conflicts) {

        /**
         * Copies the lists.
         *
         * @param from the source account
         * @param into the target account
         * @param moved kinds of identifiers that move to the target
         * @param released kinds of identifiers that both have
         * @param providers names of the sites whose linked accounts move
         * @param profiles how many profiles move
         * @param conflicts reasons for a refusal, by side and code
         */
        public Merge {
            moved = List.copyOf(moved);
            released = List.copyOf(released);
            providers = List.copyOf(providers);
            conflicts = List.copyOf(conflicts);
        }
    }
}
