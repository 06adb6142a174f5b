package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the account that an administrator names. */
public record NamedAccount(IdentifierRules identifiers) {

    /** Who goes by that e-mail address, phone number or user name. */
    public Optional<StoredUser> find(AuthTx tx, String login) {
        return Stream.of(identifiers.email(login), identifiers.phone(login), identifiers.username(login))
                .flatMap(Optional::stream)
                .map(identifier -> owner(tx, identifier))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<StoredUser> owner(AuthTx tx, Identifier identifier) {
        return tx.users().byKey(identifier.kind(), identifier.key());
    }
}
