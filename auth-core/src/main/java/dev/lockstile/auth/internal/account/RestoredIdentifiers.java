package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which identifiers an account owns again when its deletion is taken back. */
final class RestoredIdentifiers {

    private final IdentifierRules rules;

    RestoredIdentifiers(IdentifierRules rules) {
        this.rules = rules;
    }

    /**
     * The e-mail address and the phone that the account had proven, or was admitted with and no other account owns by
     * now. Nothing tells whether the columns still say what was proven, so the store takes proof and admission away.
     */
    List<Identifier> owned(AuthTx tx, UserInfo user) {
        IdentifierStates identifiers = user.identifiers();
        List<Identifier> reachable = Stream.of(
                        again(identifiers.email(), rules::email)
                                .filter(email -> identifiers.email().isVerified() || isAdmitted(tx, user, email)),
                        again(identifiers.phone(), rules::phone)
                                .filter(phone -> identifiers.phone().isVerified() || isAdmitted(tx, user, phone)))
                .flatMap(Optional::stream)
                .toList();
        Optional<Identifier> name =
                again(identifiers.username(), rules::username).filter(any -> keepsName(user));
        return Stream.concat(reachable.stream(), name.stream()).toList();
    }

    /** A name alone needs no proof at sign-in: what was shut while its address was unproven is not to open by it. */
    private static boolean keepsName(UserInfo user) {
        IdentifierStates identifiers = user.identifiers();
        return identifiers.anyVerified()
                || user.isAdmitted()
                || (isEmpty(identifiers.email()) && isEmpty(identifiers.phone()));
    }

    private static boolean isEmpty(IdentifierState identifierState) {
        String value = identifierState.value();
        return value == null || value.isBlank();
    }

    private static boolean isAdmitted(AuthTx tx, UserInfo user, Identifier identifier) {
        return user.isAdmitted()
                && tx.users().byKey(identifier.kind(), identifier.key()).isEmpty();
    }

    static Optional<Identifier> again(IdentifierState identifierState, Function<String, Optional<Identifier>> form) {
        return Optional.ofNullable(identifierState.value()).flatMap(form);
    }
}
