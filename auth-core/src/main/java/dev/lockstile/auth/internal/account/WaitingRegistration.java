package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.StoredUser;
import java.util.Optional;

/** The registration that a link proves, as it was read. */
record WaitingRegistration(StoredCode link, StoredUser user, Identifier email) {

    /** Empty where the account goes by another address by now, and where another account has proven the address. */
    static Optional<WaitingRegistration> of(AuthTx tx, IdentifierRules rules, Optional<StoredCode> link) {
        UserId id = link.map(code -> code.state().binding().user()).orElse(null);
        Optional<Identifier> email = link.flatMap(code -> rules.email(code.recipient()));
        Optional<StoredUser> user = id == null ? Optional.empty() : tx.users().byId(id);
        boolean provable = user.isPresent()
                && email.isPresent()
                && stands(user.get(), email.get())
                && tx.users().byKey(IdentifierKind.EMAIL, email.get().key()).isEmpty();
        return provable ? Optional.of(new WaitingRegistration(link.get(), user.get(), email.get())) : Optional.empty();
    }

    /** True while the account still goes by the address the link was sent to. */
    private static boolean stands(StoredUser user, Identifier email) {
        return !user.info().identifiers().email().outdated()
                && email.value().equals(user.info().email());
    }

    String challenge() {
        return challenge(link);
    }

    static String challenge(StoredCode link) {
        return link.state().binding().challengeId();
    }
}
