package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.RowUse;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.mapping.RowReader;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one source row, and records which ones it read. Not safe for use by many threads. */
public final class CellReader implements RowReader {

    /** Below it a double is exact for whole numbers. */
    private static final double WHOLE = 9.0e15;

    private final SourceRow row;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    /**
     * Reads a row.
     *
     * @param row of the source
     */
    public CellReader(SourceRow row) {
        this.row = row;
    }

    /**
     * {@return the origin of the row, without the secrets of second factors}
     *
     * @param entity the kind of row
     */
    public Origin origin(Entity entity) {
        return new Origin(
                entity, row.place(), row.key().toString(), row.fingerprint(), FactorColumns.withoutSecrets(row));
    }

    /** {@return the columns read so far} */
    public RowUse use() {
        return new RowUse(row, Set.copyOf(read));
    }

    /** {@return the findings so far} */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void note(String reason, String column, String detail) {
        findings.add(new Finding(reason, column, detail));
    }

    @Override
    public @Nullable String raw(String column) {
        Object cell = cellOf(column);
        return cell == null ? null : written(cell);
    }

    @Override
    public @Nullable String text(String column, int longest) {
        String text = raw(column);
        if (text == null || (isStorable(text) && text.length() <= longest)) {
            return text;
        }
        note("value_left_out", column, Masked.text(text));
        return null;
    }

    @Override
    public String role(String text) {
        if (RoleName.spellsRight(text)) {
            note("role_not_listed", "role", Masked.text(text));
            return AbstractProfile.DEFAULT_ROLE;
        }
        return text;
    }

    @Override
    public @Nullable Object cell(String column) {
        return cellOf(column);
    }

    @Override
    public boolean has(String column) {
        return row.has(column);
    }

    @Override
    public boolean flag(String column) {
        return CellMeaning.grant(cellOf(column)).orElse(false);
    }

    @Override
    public boolean marked(String column) {
        Object cell = cellOf(column);
        Optional<Boolean> mark = CellMeaning.mark(cell);
        if (mark.isEmpty()) {
            note("marker_not_known", column, Masked.text(String.valueOf(cell)));
        }
        return mark.orElse(false)
                && !CellMeaning.time(cell).filter(Instant.EPOCH::equals).isPresent();
    }

    @Override
    public boolean active(String column) {
        Object cell = cellOf(column);
        Optional<Boolean> active = CellMeaning.grant(cell);
        if (active.isEmpty()) {
            note("imported_disabled", column, "");
            note("state_uncertain", column, cell == null ? "(empty)" : Masked.text(cell.toString()));
        }
        return active.orElse(false);
    }

    @Override
    public @Nullable Instant instant(String column) {
        return dated(column, DateCells::instant);
    }

    @Override
    public @Nullable LocalDate date(String column) {
        return dated(column, DateCells::date);
    }

    @Override
    public Instant instantOr(Instant fallback, String... columns) {
        for (String column : columns) {
            Instant found = instant(column);
            if (found != null) {
                return found;
            }
        }
        note("date_missing", columns[0], "(empty)");
        return fallback;
    }

    @Override
    public SettingsJson settings(String column) {
        String text = raw(column);
        if (text == null) {
            return SettingsJson.EMPTY;
        }
        if (!SettingsJson.isObject(text)) {
            note("settings_not_object", column, "(" + text.length() + " characters)");
            return SettingsJson.EMPTY;
        }
        SettingsJson settings = SettingsJson.of(text);
        if (!isStorable(text) || settings.text().length() > SettingsJson.COLUMN_LENGTH) {
            note("value_left_out", column, "(" + text.length() + " characters)");
            return SettingsJson.EMPTY;
        }
        return settings;
    }

    @Override
    public RowTimes times(Instant fallback, String... created) {
        Instant createdAt = instantOr(fallback, created);
        Instant modifiedAt = instantOr(createdAt, "modified");
        return new RowTimes(createdAt, modifiedAt, deletedAt(modifiedAt), flag("deleted_by_cascade"));
    }

    /**
     * Returns the time of deletion; null for a row that is not deleted. A row whose time cannot be read is deleted as
     * well.
     */
    private @Nullable Instant deletedAt(Instant fallback) {
        return CellMeaning.mark(cellOf("deleted")).orElse(true) ? instantOr(fallback, "deleted") : null;
    }

    private <T> @Nullable T dated(String column, Function<Object, Optional<T>> reading) {
        Object cell = cellOf(column);
        if (cell == null || CellMeaning.isNothing(cell)) {
            return null;
        }
        Optional<T> found = reading.apply(cell);
        if (found.isEmpty()) {
            note("date_left_out", column, Masked.text(cell.toString()));
        }
        return found.orElse(null);
    }

    /**
     * Returns the text of a cell: a whole number has neither fraction nor exponent, also where the source has a double.
     */
    private static String written(Object cell) {
        if (cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return Long.toString(number.longValue());
        }
        return cell.toString();
    }

    /** Returns true for a text without NUL and unpaired surrogates, which no text column of a database can store. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private @Nullable Object cellOf(String column) {
        read.add(column);
        return row.cell(column);
    }
}
