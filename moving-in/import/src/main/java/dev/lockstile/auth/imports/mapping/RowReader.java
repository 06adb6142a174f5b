package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one old row as values of ours. What a column here cannot hold is left out and noted as a finding;
 * no cell makes a row fail. Made by the library alone. Not safe for use by many threads.
 */
public interface RowReader {

    /**
     * Notes a finding.
     *
     * @param reason a stable word for reports
     * @param column of the row
     * @param detail a value only in masked form
     */
    void note(String reason, String column, String detail);

    /**
     * {@return the cell as text, to the letter and of any length; null when it is empty} For values that are not
     * stored.
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    String raw(String column);

    /**
     * {@return the cell as text, to the letter; null when it is empty or cannot be held}
     *
     * @param column its name in the source, in lower case
     * @param longest in characters; a longer text is left out, with the finding {@code value_left_out}
     */
    @Nullable
    String text(String column, int longest);

    /**
     * {@return the role, or the usual one for a text that spells a right (finding {@code role_not_listed})}
     *
     * @param text as the old system spells it
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
     * {@return true for true and 1 and their texts; false for everything else, an empty cell among them}
     *
     * @param column its name in the source, in lower case
     */
    boolean flag(String column);

    /**
     * {@return true for yes or a time, where the old system marks a proof by either} False for no, nothing, a zero
     * date, and a cell that says neither (finding {@code marker_not_known}).
     *
     * @param column its name in the source, in lower case
     */
    boolean marked(String column);

    /**
     * {@return true for true and 1 and their texts, where the old system had to say so for a person to come in} A cell
     * that says neither yes nor no means no, with the findings {@code state_uncertain} and {@code imported_disabled}.
     *
     * @param column its name in the source, in lower case
     */
    boolean active(String column);

    /**
     * {@return the cell as a time; null when it is empty or outside the years 1 to 9999 (finding {@code
     * date_left_out})}
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    Instant instant(String column);

    /**
     * {@return the cell as a day; null when it is empty or outside the years 1 to 9999 (finding {@code date_left_out})}
     *
     * @param column its name in the source, in lower case
     */
    @Nullable
    LocalDate date(String column);

    /**
     * {@return the first of the columns that holds a time, or else the fallback, noted as {@code date_missing}}
     *
     * @param fallback for a row without any
     * @param columns the best first
     */
    Instant instantOr(Instant fallback, String... columns);

    /**
     * {@return the cell as settings; what is no JSON object becomes none (finding {@code settings_not_object})}
     *
     * @param column its name in the source, in lower case
     */
    SettingsJson settings(String column);

    /**
     * {@return when the row came to be, changed and was deleted: the last two from the columns {@code modified} and,
     * where there are such, {@code deleted} and {@code deleted_by_cascade}}
     *
     * @param fallback for a row without times
     * @param created the columns that may tell when it came to be, the best first
     */
    RowTimes times(Instant fallback, String... created);
}
