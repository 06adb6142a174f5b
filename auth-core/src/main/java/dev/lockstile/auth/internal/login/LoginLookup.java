package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierState;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds whom a sign-in name means: an e-mail address before a phone number before a user name, so that a user name in
 * the form of an address never stands before its owner.
 */
final class LoginLookup {

    private static final int LONGEST = 320;

    private final IdentifierRules identifiers;

    LoginLookup(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    Optional<Found> find(AuthTx tx, String login) {
        for (Identifier candidate : candidates(login)) {
            Optional<StoredUser> user = tx.users().byKey(candidate.kind(), candidate.key());
            if (user.isPresent()) {
                return Optional.of(new Found(user.get(), candidate.kind()));
            }
        }
        return Optional.empty();
    }

    /** What a sign-in name is counted by: its canonical form, or all nonsense together. */
    String nameOf(String login) {
        return candidates(login).stream().findFirst().map(Identifier::key).orElse("nonsense");
    }

    /** What a sign-in name may mean, the likeliest first. */
    List<Identifier> candidates(String login) {
        if (login.length() > LONGEST) {
            return List.of();
        }
        return Stream.of(identifiers.email(login), identifiers.phone(login), identifiers.username(login))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A user, and by which kind of identifier the person was found.
     */
    record Found(StoredUser user, IdentifierKind by) {

        /** In good standing, and found by an identifier that is proven, or by any that an admitted account owns. */
        boolean maySignIn() {
            IdentifierStates identifiers = user.info().identifiers();
            boolean admitted = user.info().isAdmitted() && identifiers.of(by).owned();
            return user.info().status().mayAct() && (isProven(identifiers) || admitted);
        }

        /**
         * A user name needs no proof of its own, but one of the address or number where the person has any. One that was
         * owned without proof still stands in its way when another application has changed or emptied the column.
         */
        private boolean isProven(IdentifierStates identifiers) {
            IdentifierState used = identifiers.of(by);
            if (by != IdentifierKind.USERNAME) {
                return used.isVerified();
            }
            boolean reachable = isToBeProven(identifiers.email()) || isToBeProven(identifiers.phone());
            return identifiers.anyVerified() || !reachable;
        }

        private static boolean isToBeProven(IdentifierState identifierState) {
            return identifierState.owned() || (identifierState.outdated() && !identifierState.provenBefore());
        }
    }
}
