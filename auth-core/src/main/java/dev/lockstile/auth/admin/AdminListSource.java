package dev.lockstile.auth.admin;

import dev.lockstile.auth.account.IdentifierRules;

/** Implemented by a store that has lists for administration. Without it {@link AccountDirectory} lists no account. */
@FunctionalInterface
public interface AdminListSource {

    /**
     * {@return the lists}
     *
     * @param rules the rules by which the keys of identifiers were computed
     */
    AdminLists adminLists(IdentifierRules rules);
}
