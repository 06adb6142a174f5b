package dev.lockstile.auth.admin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of the host's own rows, such as orders, in the administration pages. {@code JpaHostList} creates one for an
 * entity. Safe for use by many threads.
 */
public interface HostList {

    /** {@return its name, permission and columns} */
    Description description();

    /**
     * {@return a page of the list in a stable order, with the columns of the description; empty where nothing matches,
     * also for a filter value of the wrong type} The permission of the caller was checked before the call.
     *
     * @param query selects the rows
     */
    AdminLists.Page page(Query query);

    /**
     * Name, permission and columns of a list. Each method returns a copy.
     *
     * @param name last part of its address: 1 to 40 lower-case letters, digits and hyphens
     * @param title heading and navigation text, in the host's language
     * @param permission the permission required of staff, such as {@code orders:read}; superusers always see the
     *     list
     * @param columns names with headings, in their order
     * @param filters names of the columns that can be filtered by a value
     */
    record Description(
            String name, String title, String permission, Map<String, String> columns, List<String> filters) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        /**
         * Checks the names.
         *
         * @param name last part of its address
         * @param title heading and navigation text
         * @param permission the permission required of staff
         * @param columns each name with its title
         * @param filters names of the columns that can be filtered by a value
         * @throws IllegalArgumentException for an invalid name, an empty title or permission, and a filter of an
         *     unknown column
         */
        public Description {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            filters = List.copyOf(filters);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a list is named by small letters, digits and hyphens: " + name);
            }
            if (title.isBlank() || permission.isBlank()) {
                throw new IllegalArgumentException("the list " + name + " needs a title and a permission");
            }
            for (String filter : filters) {
                if (!columns.containsKey(filter)) {
                    throw new IllegalArgumentException("the list " + name + " has no column to filter by: " + filter);
                }
            }
        }

        /**
         * {@return a description without columns}
         *
         * @param name last part of its address
         * @param title heading and navigation text
         * @param permission the permission required of staff, such as {@code orders:read}
         */
        public static Description of(String name, String title, String permission) {
            return new Description(name, title, permission, Map.of(), List.of());
        }

        /**
         * {@return a copy with another column}
         *
         * @param column its name
         * @param heading its heading
         */
        public Description column(String column, String heading) {
            Map<String, String> more = new LinkedHashMap<>(columns);
            more.put(column, heading);
            return new Description(name, title, permission, more, filters);
        }

        /**
         * {@return a copy with a filter by the values of a column}
         *
         * @param column one of the columns
         */
        public Description filter(String column) {
            return new Description(
                    name,
                    title,
                    permission,
                    columns,
                    Stream.concat(filters.stream(), Stream.of(column))
                            .distinct()
                            .toList());
        }
    }

    /**
     * Selects the rows of a list.
     *
     * @param filters the values of filtered columns, as typed
     * @param after only rows after this position, from {@link AdminLists.Page#next}; null to start at the first
     * @param size rows of a page, 1 to 200
     */
    record Query(Map<String, String> filters, @Nullable String after, int size) {

        /**
         * Copies the filters.
         *
         * @param filters the values of filtered columns
         * @param after only rows after this position; null to start at the first
         * @param size rows of a page
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query {
            filters = Map.copyOf(filters);
            AdminLists.Query.requireSize(size);
        }
    }
}
