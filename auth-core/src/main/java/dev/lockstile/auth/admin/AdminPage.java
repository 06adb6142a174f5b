package dev.lockstile.auth.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param columns in their order; the first is the key
 * @param rows a value for every column; null where there is none
 * @param next names the last row when there are more; null at the end
 */
public record AdminPage(
        List<String> columns,
        List<Map<String, @Nullable Object>> rows,
        @Nullable String next) {

    /**
     * Copies the lists, not the rows.
     *
     * @param rows a value for every column; null where there is none
     * @param next names the last row when there are more; null at the end
     * @param columns in their order; the first is the key
     */
    public AdminPage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return "AdminPage[" + rows.size() + " rows]";
    }
}
