package dev.lockstile.auth.admin;

import dev.lockstile.auth.account.IdentifierRules;

/** A store that has lists for an administration. Without it {@link AccountDirectory} lists no account. */
@FunctionalInterface
public interface AdminListSource {

    /**
     * {@return the lists}
     *
     * @param rules by which the keys of identifiers were made
     */
    AdminLists adminLists(IdentifierRules rules);
}
