package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role in a table that the host creates and edits; the library reads it through {@code JpaRoleSource}. A row can
 * grant administration permissions to staff with this role, so the host must restrict write access to the table.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractRole extends AbstractTimestamped {

    @Column(name = "name", length = 30, nullable = false, unique = true)
    private @Nullable String name;

    @Column(name = "permissions", length = 2000, nullable = false)
    private @Nullable String permissions = "";

    @Column(name = "includes", length = 500, nullable = false)
    private @Nullable String includes = "";

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractRole() {}

    /** {@return the name; null until {@link #define} fills the row} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return the permissions of accounts with this role, such as {@code orders:refund}} */
    public Set<String> getPermissions() {
        return words(permissions);
    }

    /** {@return the names of the roles whose permissions this role includes} */
    public Set<String> getIncludes() {
        return words(includes);
    }

    /**
     * Sets all values without checking them. The library checks roles when it reads the table, and ignores invalid
     * ones.
     *
     * @param newName 1 to 30 characters, other than the name of a {@link Right}
     * @param newPermissions permissions such as {@code orders:refund}; at most 2000 characters when joined with commas
     * @param newIncludes names of the roles whose permissions this role includes; at most 500 characters when joined
     *     with commas
     */
    public void define(String newName, Collection<String> newPermissions, Collection<String> newIncludes) {
        name = newName;
        permissions = text(newPermissions);
        includes = text(newIncludes);
    }

    /**
     * {@return the words of a column}
     *
     * @param text words separated by commas; null, as in a nullable column, gives no words
     */
    public static Set<String> words(@Nullable String text) {
        return text == null ? Set.of() : split(text);
    }

    private static Set<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(Collection<String> words) {
        return String.join(",", new TreeSet<>(words));
    }
}
