package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names with which users of the target sign in, as people type them. */
record SignInNames(ImportTarget target) {

    boolean ownsOneOf(UserId user, List<Identifier> wanted) {
        return target.store()
                .read(tx -> tx.users().byId(user))
                .filter(stored -> wanted.stream().anyMatch(one -> owns(stored, one)))
                .isPresent();
    }

    private boolean owns(StoredUser user, Identifier wanted) {
        IdentifierState identifierState =
                target.rules().checked(user.info().identifiers(), user.keys()).of(wanted.kind());
        String value = identifierState.value();
        return identifierState.owned() && value != null && isOneOf(wanted, in(value));
    }

    /** Returns true when one of these is the same name; spellings may differ. */
    static boolean isOneOf(Identifier wanted, List<Identifier> names) {
        return names.stream()
                .anyMatch(name -> name.kind() == wanted.kind() && name.key().equals(wanted.key()));
    }

    /** Returns the identifiers that a text can be at sign-in. */
    List<Identifier> in(String text) {
        return Stream.of(target.rules().email(text), target.rules().username(text))
                .flatMap(Optional::stream)
                .toList();
    }
}
