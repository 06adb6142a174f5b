package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
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

        boolean maySignIn() {
            return UnprovenIdentifiers.signsInByPassword(user.info(), by);
        }
    }
}
