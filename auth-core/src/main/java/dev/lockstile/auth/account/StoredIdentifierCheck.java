package dev.lockstile.auth.account;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares stored identifiers with the keys that were made for them. */
final class StoredIdentifierCheck {

    private StoredIdentifierCheck() {}

    static IdentifierState of(
            IdentifierRules rules, IdentifierKind kind, IdentifierState stored, @Nullable String key) {
        return reread(rules, kind, stored.value(), key)
                .map(read -> new IdentifierState(shown(read, stored), true, stored.verifiedAt()))
                .orElseGet(() -> notOwned(stored, key));
    }

    /** A user name may have been taken from an e-mail column whose text is no address. */
    static IdentifierState username(IdentifierRules rules, IdentifierStates stored, @Nullable String key) {
        IdentifierState own = of(rules, IdentifierKind.USERNAME, stored.username(), key);
        String text = stored.email().value();
        if (own.owned() || text == null || rules.email(text).isPresent()) {
            return own;
        }
        return reread(rules, IdentifierKind.USERNAME, text, key)
                .map(read -> new IdentifierState(read.value(), true, null))
                .orElse(own);
    }

    private static Optional<Identifier> reread(
            IdentifierRules rules, IdentifierKind kind, @Nullable String value, @Nullable String key) {
        return value == null || key == null ? Optional.empty() : rules.reread(kind, value, key);
    }

    /** A number is used in the form that was proven, however it is written in the column. */
    private static @Nullable String shown(Identifier read, IdentifierState stored) {
        return read.kind() == IdentifierKind.PHONE ? read.value() : stored.value();
    }

    private static IdentifierState notOwned(IdentifierState stored, @Nullable String key) {
        boolean proven = stored.isVerified();
        return new IdentifierState(stored.value(), false, null, key != null || proven, proven);
    }
}
