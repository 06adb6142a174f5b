package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.RowUse;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the columns of a row that its mapping did not read: those that close accounts, demand second factors or have
 * passwords replaced, by their names or by the meanings that the operator gave. All presets, mapped tables and files
 * use it.
 */
public final class UnreadColumns {

    private UnreadColumns() {}

    /**
     * {@return the user with the meaning of these columns}
     *
     * @param user as the mapping made it
     * @param named meanings that the operator gave to columns, by their names in lower case
     * @param now the time with which ends of lockouts are compared
     */
    public static UserDraft applied(UserDraft user, Map<String, ColumnMeaning> named, Instant now) {
        RowUse use = user.use();
        StateColumns.Closings closings = StateColumns.of(use, named);
        Optional<StateColumns.Closed> closed = closings.at(now);
        List<FactorDraft> factors = FactorColumns.of(use, user.origin().entity(), named);
        UserDraft stated = closed.map(one -> user.closed(one.deletedAt()).with(closingFindings(user, one)))
                .orElse(user)
                .openingAt(user.status().active() && user.refusal() == null ? closings.opensAt() : null);
        UserDraft asked = PasswordColumns.demanding(use, named)
                .map(column -> temporary(stated, column))
                .orElse(stated);
        if (factors.isEmpty()) {
            return asked;
        }
        List<FactorDraft> all = new ArrayList<>(asked.factors());
        all.addAll(factors);
        return asked.withFactors(all);
    }

    private static UserDraft temporary(UserDraft user, String column) {
        List<Finding> all = new ArrayList<>(user.findings());
        all.add(new Finding("temporary_password", column, column));
        return user.withTemporaryPassword().with(all);
    }

    private static List<Finding> closingFindings(UserDraft user, StateColumns.Closed closed) {
        List<Finding> all = new ArrayList<>(user.findings());
        all.add(new Finding("closed_in_source", closed.column(), closed.column()));
        if (!closed.known()) {
            all.add(new Finding("state_uncertain", closed.column(), closed.shown()));
        }
        return all;
    }
}
