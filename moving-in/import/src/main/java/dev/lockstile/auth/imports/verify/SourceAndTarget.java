package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What a comparison of both sides rests on besides the rows.
 *
 * @param rules the host's canonical forms
 * @param readAt what a row without a date was given when it was read anew
 * @param mayBeFilled second rows of a person may have filled in what the first has not
 * @param provesChanges false where a mark of verification says nothing of an address that was changed since
 * @param inPlace both sides are the same table: its columns are equal, in whatever form they are
 */
record SourceAndTarget(
        IdentifierRules rules, Instant readAt, boolean mayBeFilled, boolean provesChanges, boolean inPlace) {

    SourceAndTarget withInPlace(boolean oneTable) {
        return new SourceAndTarget(rules, readAt, mayBeFilled, provesChanges, oneTable);
    }

    /** True where a value that cannot be read from the old row, such as a blank one, may be here all the same. */
    boolean mayHaveMore() {
        return mayBeFilled || inPlace;
    }

    /** True for a time that stands in where the old row has none. */
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
