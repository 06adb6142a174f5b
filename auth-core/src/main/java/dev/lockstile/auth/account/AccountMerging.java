package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * Merges two accounts of one person, on behalf of a caller with {@link
 * dev.lockstile.auth.role.AdminPermission#USERS_MERGE}. One account stays; the other one is marked as deleted, and its
 * id answers as gone.
 *
 * <p>Proven identifiers that the staying account lacks, accounts at other sites that it lacks, profiles and devices
 * move. Password, settings and second factors of the staying account stay; the password and the API keys of the other
 * one end, and so do the sessions, codes and trusted browsers of both. The host moves its own rows in {@link
 * dev.lockstile.auth.hook.AuthHook#beforeMerge}, in the same transaction.
 *
 * <p>Refused with {@code FORBIDDEN}: an account with a right, one with more permissions than the caller, a role that
 * the caller may not give, and the caller's own account. Refused with {@code INVALID_INPUT} and {@link
 * Merge#conflicts}: one account twice, a disabled account, a leaving account with a second factor or a passkey, a
 * staying account that has proven nothing, and more profiles than an account may have.
 */
public interface AccountMerging {

    /**
     * {@return what a merge would move, and what it would be refused for} Wants no recent proof and writes nothing.
     *
     * @param caller the authenticated caller
     * @param from whose account would end
     * @param into whose account would stay
     */
    Outcome<Merge> previewMergeAs(Caller caller, UserId from, UserId into);

    /**
     * Merges two accounts in one transaction, which joins the host's if there is one. Both rows are held meanwhile, so
     * of several merges of one account at once one is done. Both ids stand in two events and in the audit trail. The
     * owner is told at the proven addresses of both accounts.
     *
     * @param caller the authenticated caller
     * @param from whose account ends
     * @param into whose account stays
     * @param reference the reason, for the audit trail
     * @return what was moved; {@code NOT_FOUND} where one of both is not there, {@code FORBIDDEN} by a hook, {@code
     *     IDENTIFIER_TAKEN} where a unique column of the host's table keeps an identifier with the account that ends,
     *     after which a transaction that was joined may be marked for rollback
     * @throws IllegalArgumentException for a reference that is no {@link dev.lockstile.auth.event.AuditReference}
     */
    Outcome<Merge> mergeAs(Caller caller, UserId from, UserId into, String reference);

    /**
     * {@return what a merge would move, and what it would be refused for} Checks no right of a caller, as {@link
     * #merge} does not.
     *
     * @param from whose account would end
     * @param into whose account would stay
     */
    Outcome<Merge> previewMerge(UserId from, UserId into);

    /**
     * For the host's own code and operators of the process; checks no right of a caller, so no endpoint may call it.
     * An account with a right is refused as in {@link #mergeAs}.
     *
     * @param from whose account ends
     * @param into whose account stays
     * @param reference as for {@link #mergeAs}
     * @return as {@link #mergeAs}
     * @throws IllegalArgumentException for a reference that is no {@link dev.lockstile.auth.event.AuditReference}
     */
    Outcome<Merge> merge(UserId from, UserId into, String reference);

    /**
     * What a merge moves.
     *
     * @param from whose account ends
     * @param into whose account stays
     * @param moved kinds of identifiers that the staying account gets
     * @param released kinds of identifiers that both have: that of the account that ends is free afterwards
     * @param providers names of sites whose accounts move
     * @param profiles how many profiles move; none of them becomes the default one
     * @param conflicts what a merge is refused for, by the side ({@code from}, {@code into}) and a code
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
         * @param from whose account ends
         * @param into whose account stays
         * @param moved kinds of identifiers that the staying account gets
         * @param released kinds of identifiers that both have
         * @param providers names of sites whose accounts move
         * @param profiles how many profiles move
         * @param conflicts what a merge is refused for
         */
        public Merge {
            moved = List.copyOf(moved);
            released = List.copyOf(released);
            providers = List.copyOf(providers);
            conflicts = List.copyOf(conflicts);
        }
    }
}
