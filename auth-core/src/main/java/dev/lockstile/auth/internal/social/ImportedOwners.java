package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.flow.AccountLookup;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.social.SocialVerification.Vouched;
import dev.lockstile.auth.model.Identifier;
import java.util.Optional;

/** Users who are still to be imported, and own the address that a provider has proven. */
record ImportedOwners(FlowContext context) {

    /**
     * Imports the owner who is not in the store yet.
     *
     * @return true when the address stays that of a user still to be imported: then no account is opened on it
     */
    boolean importOwner(Vouched vouched) {
        AccountLookup accounts = context.accounts();
        Optional<Identifier> email = importable(vouched);
        if (email.isEmpty()) {
            return false;
        }
        if (accounts.owner(email.get()).isEmpty()) {
            accounts.importOwner(email.get());
        }
        return accounts.isReserved(email.get());
    }

    /** Whether the address is that of a user still to be imported; imports none. */
    boolean isReserved(Vouched vouched) {
        return importable(vouched).filter(context.accounts()::isReserved).isPresent();
    }

    private Optional<Identifier> importable(Vouched vouched) {
        return context.accounts().importsUsers() && vouched.provesEmail()
                ? Optional.ofNullable(vouched.person().email()).flatMap(context.identifiers()::email)
                : Optional.empty();
    }
}
