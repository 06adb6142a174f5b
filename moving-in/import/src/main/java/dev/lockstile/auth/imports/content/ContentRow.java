package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The source of one row of the host: a row of the source system, or an element of a list in it.
 *
 * @param row of the source
 * @param legacyId the row's key as text; for an element followed by a colon and the name of the element
 * @param each the column of the list; null for a whole row
 * @param element of the list; null for a whole row
 */
record ContentRow(
        SourceRow row,
        String legacyId,
        @Nullable String each,
        @Nullable Object element) {

    /** Returns the rows of the host that a row of the source becomes; none for a list that is missing or empty. */
    static List<ContentRow> of(SourceRow row, @Nullable String each) {
        String key = row.key().toString();
        if (each == null) {
            return List.of(new ContentRow(row, key, null, null));
        }
        Object cell = member(row, each);
        Collection<?> elements = cell instanceof Collection<?> list ? list : cell == null ? List.of() : List.of(cell);
        List<ContentRow> rows = new ArrayList<>();
        for (Object element : elements) {
            rows.add(new ContentRow(row, key + ':' + name(element, rows.size()), each, element));
        }
        return rows;
    }

    /** Returns the name of an element: its value, the id of a document, else its position. */
    private static String name(@Nullable Object element, int place) {
        Object name =
                element instanceof Map<?, ?> map ? map.containsKey("_id") ? map.get("_id") : map.get("id") : element;
        return name == null || name instanceof Collection<?> ? "#" + place : name.toString();
    }

    /** Returns the cell of a column; dots lead into a document. */
    @Nullable
    Object cell(String column) {
        if (each != null && column.equals(each)) {
            return element;
        }
        if (each != null && column.startsWith(each + '.')) {
            return walked(element, column.substring(each.length() + 1));
        }
        return member(row, column);
    }

    private static @Nullable Object member(SourceRow row, String column) {
        int dot = column.indexOf('.');
        return row.has(column) || dot < 0
                ? row.cell(column)
                : walked(row.cell(column.substring(0, dot)), column.substring(dot + 1));
    }

    private static @Nullable Object walked(@Nullable Object from, String path) {
        Object at = from;
        for (String name : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }

    /** Returns the column of the source with which a path begins. */
    static String column(String path) {
        return path.replaceFirst("\\..*$", "").toLowerCase(Locale.ROOT);
    }

    Origin origin(Entity entity) {
        return new Origin(entity, row.place(), legacyId, row.fingerprint());
    }
}
