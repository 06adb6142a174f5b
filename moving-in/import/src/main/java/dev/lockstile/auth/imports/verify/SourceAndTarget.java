package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Optional;

/**
 * The settings by which source and target are compared.
 *
 * @param rules the host's canonical forms
 * @param readAt the time that a row without a date gets when it is read again
 * @param mayBeFilled true where second rows of a person may have filled fields that the first row lacks
 * @param provesChanges false where the source keeps a mark of verification when the address changes
 * @param inPlace true where source and target are the same table, whose columns are equal in any form
 */
record SourceAndTarget(
        IdentifierRules rules, Instant readAt, boolean mayBeFilled, boolean provesChanges, boolean inPlace) {

    SourceAndTarget withInPlace(boolean oneTable) {
        return new SourceAndTarget(rules, readAt, mayBeFilled, provesChanges, oneTable);
    }

    /** Returns true where the target may have a value that cannot be read from the source row, such as a blank one. */
    boolean mayHaveMore() {
        return mayBeFilled || inPlace;
    }

    /** Returns true for a time that was given to a row without one. */
    boolean isMadeUp(Instant time) {
        return time.equals(readAt);
    }

    Optional<Identifier> canonical(IdentifierKind kind, String value) {
        return switch (kind) {
            case EMAIL -> rules.email(value);
            case PHONE -> rules.phone(value);
            case USERNAME -> rules.username(value);
        };
    }
}
