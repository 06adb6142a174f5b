package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.util.ArrayList;
import java.util.List;

/** Converts a user to the form that an import writes. Keys of identifiers and times of the row are left out. */
final class StoredUserRow {

    private StoredUserRow() {}

    static NewUser of(StoredUser user) {
        List<IdentifierAssignment> claims = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            IdentifierState identifierState = user.info().identifiers().of(kind);
            String value = identifierState.value();
            if (value != null) {
                claims.add(new IdentifierAssignment(
                        new Identifier(kind, value, ""), identifierState.owned(), identifierState.verifiedAt()));
            }
        }
        UserInfo info = user.info();
        RowTimes times = RowTimes.fresh(info.dates().joinedAt());
        return new NewUser(claims, user.passwordHash(), info.status(), info.dates(), info.settings(), times);
    }
}
