package dev.lockstile.auth.admin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of the host's own rows beside the library's in the administration, such as its orders. {@code JpaHostList}
 * makes one of an entity. Safe for use by many threads.
 */
public interface HostList {

    /** {@return what it is called, who may see it, and what it shows} */
    Description description();

    /**
     * {@return a page of the list in an order of its own that stays, columns as the description names them; empty where
     * nothing matches, as for a filter whose text is no value of the column} Whether the caller may see the list has
     * been checked.
     *
     * @param query which rows
     */
    AdminLists.Page page(Query query);

    /**
     * What a list is called, who may see it, and what it shows. Each method gives a copy.
     *
     * @param name last part of its address, small letters, digits and hyphens, 1 to 40
     * @param title shown above it and in the navigation, in the host's language
     * @param permission that a role permits, such as {@code orders:read}; the list is for staff who have it, and for superusers
     * @param columns each name with its title, in the order that they are shown in
     * @param filters names of the columns that one value is asked for
     */
    record Description(
            String name, String title, String permission, Map<String, String> columns, List<String> filters) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        /**
         * Checks the names.
         *
         * @param name last part of its address
         * @param title shown above it and in the navigation
         * @param permission that a role permits
         * @param columns each name with its title
         * @param filters names of the columns that one value is asked for
         * @throws IllegalArgumentException for a name of other characters, an empty title or permission, and a filter
         *     of a column that is not shown
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
         * @param title shown above it and in the navigation
         * @param permission that a role permits, such as {@code orders:read}
         */
        public static Description of(String name, String title, String permission) {
            return new Description(name, title, permission, Map.of(), List.of());
        }

        /**
         * {@return a copy with a further column}
         *
         * @param column its name
         * @param heading what stands above it
         */
        public Description column(String column, String heading) {
            Map<String, String> more = new LinkedHashMap<>(columns);
            more.put(column, heading);
            return new Description(name, title, permission, more, filters);
        }

        /**
         * {@return a copy with a field that asks for one value of a column}
         *
         * @param column one that is shown
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
     * Which rows of a list are wanted.
     *
     * @param filters the wanted value of each column that was asked for, as a person typed it
     * @param after only rows after this one, as {@link AdminLists.Page#next} named it; null begins anew
     * @param size rows of a page, 1 to 200
     */
    record Query(Map<String, String> filters, @Nullable String after, int size) {

        /**
         * Copies the filters.
         *
         * @param filters the wanted value of each column that was asked for
         * @param after only rows after this one; null begins anew
         * @param size rows of a page
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query {
            filters = Map.copyOf(filters);
            AdminLists.Query.requireSize(size);
        }
    }
}
