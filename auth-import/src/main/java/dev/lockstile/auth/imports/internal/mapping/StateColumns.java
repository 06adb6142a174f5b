package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns by whose names applications close accounts, in every table whose mapping does not read them itself. A value
 * that says nothing known closes the account: an import that opens it would let in a person whom the old system refuses.
 */
public final class StateColumns {

    /** A time here is the time of deletion. */
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

    /** All names, in lower case, that a preset reads besides its own columns. */
    public static final List<String> NAMES = Stream.of(
                    DELETED, CLOSED, UNTIL, OPEN, EXPIRY, Set.of("lockoutenabled", "lockout_enabled"))
            .flatMap(Set::stream)
            .sorted()
            .toList();

    private StateColumns() {}

    /**
     * What closes an account.
     *
     * @param column by which it is closed
     * @param known false for a cell that says neither yes nor no
     * @param shown the masked cell
     * @param deletedAt null unless the account was deleted at a known time
     * @param opensAt when it opens by itself; null for one that stays closed
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

    /** All that closes an account, or did so for a while. */
    record Closings(List<Closed> all) {

        /** What closes it at a time; a deletion first. */
        Optional<Closed> at(Instant when) {
            List<Closed> holding = all.stream().filter(one -> one.holds(when)).toList();
            return holding.stream()
                    .filter(one -> one.deletedAt() != null)
                    .findFirst()
                    .or(() -> holding.stream().findFirst());
        }

        /** When the account opens by itself; null for one that stays closed, and for one that never was. */
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

    /** What closes the account of a row, besides the columns that its mapping reads. */
    static Closings of(SourceRow row, Set<String> read) {
        return new Closings(row.columns().stream()
                .filter(column -> !read.contains(column))
                .flatMap(column -> closed(row, column).stream())
                .toList());
    }

    private static Optional<Closed> closed(SourceRow row, String name) {
        String column = name.toLowerCase(Locale.ROOT);
        Object cell = row.cell(name);
        if (cell == null || CellMeaning.isNothing(cell)) {
            return Optional.empty();
        }
        Optional<Boolean> closes = Optional.empty();
        Instant opensAt = null;
        if (DELETED.contains(column)) {
            closes = CellMeaning.mark(cell);
        } else if (CLOSED.contains(column)) {
            closes = CellMeaning.mark(cell);
            opensAt = closes.isPresent() ? endOfBan(row, column) : null;
        } else if (UNTIL.contains(column)) {
            closes = until(row, cell);
            opensAt = closes.orElse(false) && !isForever(cell)
                    ? CellMeaning.time(cell).orElse(null)
                    : null;
        } else if (OPEN.contains(column)) {
            closes = CellMeaning.truth(cell).map(open -> !open);
        } else {
            return Optional.empty();
        }
        if (!closes.orElse(true)) {
            return Optional.empty();
        }
        Instant at = DELETED.contains(column) ? CellMeaning.time(cell).orElse(null) : null;
        return Optional.of(new Closed(name, closes.isPresent(), Masked.text(cell.toString()), at, opensAt));
    }

    /** A ban of better-auth ends by itself at a time beside it. */
    private static @Nullable Instant endOfBan(SourceRow row, String column) {
        return Set.of("banned", "is_banned").contains(column)
                ? EXPIRY.stream()
                        .flatMap(end -> CellMeaning.time(row.cell(end)).stream())
                        .filter(CellMeaning::isEvent)
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /** ASP.NET Core Identity regards the end of a lockout only where lockouts are enabled for the user. */
    private static Optional<Boolean> until(SourceRow row, Object cell) {
        boolean disregarded = Stream.of("lockoutenabled", "lockout_enabled")
                .anyMatch(column -> CellMeaning.truth(row.cell(column)).equals(Optional.of(false)));
        if (disregarded) {
            return Optional.of(false);
        }
        return isForever(cell) ? Optional.of(true) : CellMeaning.time(cell).map(end -> true);
    }

    private static boolean isForever(Object cell) {
        String text = cell.toString().strip();
        return text.equalsIgnoreCase("infinity") || text.startsWith("9999-");
    }
}
