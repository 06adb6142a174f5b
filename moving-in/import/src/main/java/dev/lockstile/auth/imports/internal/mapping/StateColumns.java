package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.internal.draft.RowUse;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes columns by which applications close accounts, for every table whose mapping does not read them. An unknown
 * value closes the account, since the source system may have refused the person. Columns by which a password has to be
 * replaced are recognized as well.
 */
public final class StateColumns {

    /** Columns in which a time is the time of deletion. */
    private static final Set<String> DELETED = Set.of(
            "deleted",
            "deleted_at",
            "deletedat",
            "deleted_on",
            "is_deleted",
            "isdeleted",
            "discarded_at",
            "removed_at",
            "is_removed",
            "removed");

    private static final Set<String> CLOSED = Set.of(
            "banned",
            "is_banned",
            "isbanned",
            "banned_at",
            "suspended",
            "is_suspended",
            "suspended_at",
            "suspendedat",
            "disabled",
            "is_disabled",
            "disabled_at",
            "disabledat",
            "blocked",
            "is_blocked",
            "blocked_at",
            "locked",
            "is_locked",
            "locked_at",
            "deactivated",
            "deactivated_at",
            "archived",
            "archived_at",
            "spam");

    private static final Set<String> UNTIL = Set.of(
            "banned_until",
            "suspended_until",
            "suspended_till",
            "locked_until",
            "blocked_until",
            "lockoutend",
            "lockout_end");

    private static final Set<String> OPEN = Set.of("active", "is_active", "isactive", "enabled", "is_enabled");

    private static final Set<String> EXPIRY = Set.of("banexpires", "ban_expires");

    private static final Set<String> LOCKOUTS = Set.of("lockoutenabled", "lockout_enabled");

    private static final Predicate<String> OF_MARKS = StateColumns::isMark;

    private StateColumns() {}

    /**
     * {@return true for a column that is read in every table of people, even if the preset does not name it}
     *
     * @param column its name, in lower case
     */
    public static boolean isName(String column) {
        return isMark(column) || EXPIRY.contains(column) || LOCKOUTS.contains(column);
    }

    /**
     * {@return true for a column that closes accounts, or has passwords replaced, without the help of another column}
     *
     * @param column its name, in lower case
     */
    public static boolean isMark(String column) {
        return meaning(column).isPresent();
    }

    private static Optional<ColumnMeaning> meaning(String column) {
        if (DELETED.contains(column)) {
            return Optional.of(ColumnMeaning.DELETED);
        }
        if (CLOSED.contains(column)) {
            return Optional.of(ColumnMeaning.DISABLED);
        }
        if (UNTIL.contains(column)) {
            return Optional.of(ColumnMeaning.DISABLED_UNTIL);
        }
        if (PasswordColumns.isName(column)) {
            return Optional.of(ColumnMeaning.NEW_PASSWORD);
        }
        return OPEN.contains(column) ? Optional.of(ColumnMeaning.ENABLED) : Optional.empty();
    }

    /**
     * A column that closes an account.
     *
     * @param column its name
     * @param known false for a cell that says neither yes nor no
     * @param shown the masked cell
     * @param deletedAt null unless the account was deleted at a known time
     * @param opensAt when the account opens by itself; null for one that stays closed
     */
    record Closed(
            String column,
            boolean known,
            String shown,
            @Nullable Instant deletedAt,
            @Nullable Instant opensAt) {

        private boolean holds(Instant when) {
            return opensAt == null || opensAt.isAfter(when);
        }
    }

    /** All columns that close an account, or closed it for a time. */
    record Closings(List<Closed> all) {

        /** Returns the column that closes the account at a time; a deletion comes first. */
        Optional<Closed> at(Instant when) {
            List<Closed> holding = all.stream().filter(one -> one.holds(when)).toList();
            return holding.stream()
                    .filter(one -> one.deletedAt() != null)
                    .findFirst()
                    .or(() -> holding.stream().findFirst());
        }

        /** Returns when the account opens by itself; null for one that stays closed or was never closed. */
        @Nullable
        Instant opensAt() {
            return all.stream().anyMatch(one -> one.opensAt() == null)
                    ? null
                    : all.stream()
                            .flatMap(one -> Optional.ofNullable(one.opensAt()).stream())
                            .max(Comparator.naturalOrder())
                            .orElse(null);
        }
    }

    /**
     * Returns how columns that the mapping of a row does not read close its account.
     *
     * @param named meanings that the operator gave to columns; the others are recognized by their names
     */
    static Closings of(RowUse use, Map<String, ColumnMeaning> named) {
        SourceRow row = use.row();
        Collection<String> telling = named.isEmpty() ? row.columns(OF_MARKS) : row.columns();
        return new Closings(telling.stream()
                .filter(column -> !use.read().contains(column))
                .flatMap(column -> Optional.ofNullable(named.get(column)).or(() -> meaning(column)).stream()
                        .flatMap(meaning -> closed(row, column, meaning).stream()))
                .toList());
    }

    private static Optional<Closed> closed(SourceRow row, String column, ColumnMeaning meaning) {
        Object cell = row.cell(column);
        if (cell == null || CellMeaning.isNothing(cell)) {
            return Optional.empty();
        }
        Optional<Boolean> closes = switch (meaning) {
            case DELETED, DISABLED -> mark(cell);
            case DISABLED_UNTIL -> until(row, cell);
            case ENABLED -> open(cell).map(open -> !open);
            case FACTOR, NEW_PASSWORD, IGNORE -> Optional.of(false);
        };
        if (!closes.orElse(true)) {
            return Optional.empty();
        }
        Instant at = meaning == ColumnMeaning.DELETED ? CellMeaning.time(cell).orElse(null) : null;
        Instant opensAt = closes.isPresent() ? opensAt(row, column, meaning) : null;
        return Optional.of(new Closed(column, closes.isPresent(), Masked.text(cell.toString()), at, opensAt));
    }

    private static @Nullable Instant opensAt(SourceRow row, String column, ColumnMeaning meaning) {
        Object cell = row.cell(column);
        return switch (meaning) {
            case DISABLED -> expiry(row, column);
            case DISABLED_UNTIL ->
                cell == null || isForever(cell) ? null : CellMeaning.time(cell).orElse(null);
            case DELETED, ENABLED, FACTOR, NEW_PASSWORD, IGNORE -> null;
        };
    }

    private static Optional<Boolean> mark(Object cell) {
        Optional<Boolean> mark = CellMeaning.mark(cell);
        return mark.isPresent() ? mark : word(cell).map(open -> !open);
    }

    private static Optional<Boolean> open(Object cell) {
        Optional<Boolean> truth = CellMeaning.truth(cell);
        return truth.isPresent() ? truth : word(cell);
    }

    private static Optional<Boolean> word(Object cell) {
        return ColumnKind.open(cell.toString().strip().toLowerCase(Locale.ROOT));
    }

    /** A ban of Better Auth ends at the time in another column. */
    private static @Nullable Instant expiry(SourceRow row, String column) {
        return Set.of("banned", "is_banned").contains(column)
                ? EXPIRY.stream()
                        .flatMap(end -> CellMeaning.time(row.cell(end)).stream())
                        .filter(CellMeaning::isEvent)
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /** ASP.NET Core Identity applies the end of a lockout only where lockouts are enabled for the user. */
    private static Optional<Boolean> until(SourceRow row, Object cell) {
        boolean disregarded = LOCKOUTS.stream()
                .anyMatch(column -> CellMeaning.truth(row.cell(column)).equals(Optional.of(false)));
        if (disregarded) {
            return Optional.of(false);
        }
        if (CellMeaning.isBeforeAllTimes(cell)) {
            return Optional.of(false);
        }
        return isForever(cell) ? Optional.of(true) : CellMeaning.time(cell).map(end -> true);
    }

    private static boolean isForever(Object cell) {
        String text = cell.toString().strip();
        return text.equalsIgnoreCase("infinity") || text.startsWith("9999-");
    }
}
