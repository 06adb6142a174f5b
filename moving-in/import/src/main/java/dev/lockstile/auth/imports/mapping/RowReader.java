package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one source row as typed values. A value that the target cannot store is left out and noted as a
 * finding; no cell makes a row fail. Only the library implements it. Not safe for use by many threads.
 */
public interface RowReader {

    /**
     * Notes a finding.
     *
     * @param reason a stable code for reports
     * @param column of the row
     * @param detail a value only in masked form
     */
    void note(String reason, String column, String detail);

    /**
     * {@return the cell as text, unchanged and of any length; null when it is empty} For values that are not stored.
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    String raw(String column);

    /**
     * {@return the cell as text, unchanged; null when it is empty or cannot be stored}
     *
     * @param column its name in the source, in lower case
     * @param longest in characters; a longer text is left out, with the finding {@code value_left_out}
     */
    @Nullable
    String text(String column, int longest);

    /**
     * {@return the role, or the default role for a text that spells a right (finding {@code role_not_listed})}
     *
     * @param text as the source system spells it
     */
    String role(String text);

    /**
     * {@return the cell as the source gave it; null when it is empty}
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    Object cell(String column);

    /**
     * {@return true when the source has such a column}
     *
     * @param column its name in the source, in lower case
     */
    boolean has(String column);

    /**
     * {@return true for true, 1 and their texts; false for any other cell, also an empty one}
     *
     * @param column its name in the source, in lower case
     */
    boolean flag(String column);

    /**
     * {@return true for yes or a time, as source systems mark a proof} False for no, an empty cell, a zero date, and
     * any other cell (finding {@code marker_not_known}).
     *
     * @param column its name in the source, in lower case
     */
    boolean marked(String column);

    /**
     * {@return true for true, 1 and their texts, in a column that the source system checked at sign-in} A cell that
     * says neither yes nor no means no, with the findings {@code state_uncertain} and {@code imported_disabled}.
     *
     * @param column its name in the source, in lower case
     */
    boolean active(String column);

    /**
     * {@return the cell as a time; null when it is empty, or not a time of the years 1 to 9999 (finding
     * {@code date_left_out})}
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    Instant instant(String column);

    /**
     * {@return the cell as a day; null when it is empty, or not a day of the years 1 to 9999 (finding
     * {@code date_left_out})}
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    LocalDate date(String column);

    /**
     * {@return the first of the columns that has a time, or else the fallback (finding {@code date_missing})}
     *
     * @param fallback for a row without a time
     * @param columns in order of preference
     */
    Instant instantOr(Instant fallback, String... columns);

    /**
     * {@return the cell as settings; empty settings for a cell that is not a JSON object (finding
     * {@code settings_not_object}) or cannot be stored (finding {@code value_left_out})}
     *
     * @param column its name in the source, in lower case
     */
    SettingsJson settings(String column);

    /**
     * {@return when the row was created, changed and deleted} The last two are in the columns {@code modified} and, if
     * the source has them, {@code deleted} and {@code deleted_by_cascade}.
     *
     * @param fallback for a row without times
     * @param created the columns with the time of creation, in order of preference
     */
    RowTimes times(Instant fallback, String... created);
}
