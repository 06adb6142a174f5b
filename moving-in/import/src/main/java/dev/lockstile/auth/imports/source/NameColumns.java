package dev.lockstile.auth.imports.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a table by which one user is looked up, in lower case; compared without letter case.
 *
 * @param names columns of addresses and user names; the look-up ignores letter case and outer spaces
 * @param upperNames columns of addresses and user names in upper case, such as ASP.NET's {@code NormalizedEmail}
 * @param numbers columns of phone numbers; the look-up ignores characters between the digits
 */
public record NameColumns(Set<String> names, Set<String> upperNames, Set<String> numbers) {

    /** The columns {@code email}, {@code username}, {@code phone} and {@code phone_number}. */
    public static final NameColumns USUAL =
            new NameColumns(Set.of("email", "username"), Set.of(), Set.of("phone", "phone_number"));

    /**
     * Copies the names.
     *
     * @param names of columns with addresses and user names
     * @param upperNames of columns that hold them in upper case
     * @param numbers of columns with phone numbers
     */
    public NameColumns {
        names = lower(names);
        upperNames = lower(upperNames);
        numbers = lower(numbers);
    }

    /**
     * {@return true when a table has one of these columns}
     *
     * @param columns of the table, in any letter case
     */
    public boolean areIn(Collection<String> columns) {
        return columns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .anyMatch(column -> names.contains(column) || upperNames.contains(column) || numbers.contains(column));
    }

    private static Set<String> lower(Set<String> names) {
        Set<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return Set.copyOf(lower);
    }
}
