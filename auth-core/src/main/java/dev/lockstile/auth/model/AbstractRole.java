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
 * A role in a table of the host's, which the host creates and edits itself; the library reads it by {@code
 * JpaRoleSource}. A row can give permissions of administration to staff in its role: guard who writes the table.
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

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractRole() {}

    /** {@return the name; null before the row is filled} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return what holders may do, such as {@code orders:refund}} */
    public Set<String> getPermissions() {
        return words(permissions);
    }

    /** {@return names of roles whose permissions the holders have, too} */
    public Set<String> getIncludes() {
        return words(includes);
    }

    /**
     * Fills the row. What is not usable is found out when the roles are read, and the role is left out then.
     *
     * @param newName 1 to 30 characters, other than the name of a right
     * @param newPermissions such as {@code orders:refund}
     * @param newIncludes names of roles whose permissions the holders have, too
     */
    public void define(String newName, Collection<String> newPermissions, Collection<String> newIncludes) {
        name = newName;
        permissions = text(newPermissions);
        includes = text(newIncludes);
    }

    /**
     * {@return the words of a column}
     *
     * @param text words with commas between them; null, as in a column that the host left nullable, for none
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
