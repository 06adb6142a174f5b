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
 * the form of an address never stands before its owner. A user name that reads as a phone number, which only an import
 * brings, signs in beside the number's owner: each with their own password.
 */
final class LoginLookup {

    private static final int LONGEST = 320;

    private final IdentifierRules identifiers;

    LoginLookup(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    static Optional<Found> find(AuthTx tx, List<Identifier> meanings) {
        for (Identifier candidate : meanings) {
            Optional<StoredUser> user = tx.users().byKey(candidate.kind(), candidate.key());
            if (user.isPresent()) {
                return Optional.of(new Found(user.get(), candidate.kind()));
            }
        }
        return Optional.empty();
    }

    /** What a sign-in name is counted by: its canonical form, or all nonsense together. */
    static String nameOf(List<Identifier> meanings) {
        return meanings.stream().findFirst().map(Identifier::key).orElse("nonsense");
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

    /** The user name among the meanings of a text that reads as a phone number too; else none. */
    static List<Identifier> namesBesideNumbers(List<Identifier> meanings) {
        boolean number = meanings.stream().anyMatch(meaning -> meaning.kind() == IdentifierKind.PHONE);
        return meanings.stream()
                .filter(meaning -> number && meaning.kind() == IdentifierKind.USERNAME)
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
