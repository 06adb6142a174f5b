package dev.lockstile.auth.imports.content;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How addresses of files are rewritten: the longest old beginning that fits is replaced by the new one.
 *
 * @param columns the columns of the host that hold addresses
 * @param prefixes new beginnings by old ones
 */
public record Addresses(Set<String> columns, Map<String, String> prefixes) {

    /**
     * Copies both.
     *
     * @param columns the columns of the host that hold addresses
     * @param prefixes new beginnings by old ones
     */
    public Addresses {
        columns = Set.copyOf(columns);
        prefixes = new TreeMap<>(prefixes);
    }

    /**
     * {@return the new address; empty when no old beginning fits}
     *
     * @param old address
     */
    public Optional<String> rewritten(String old) {
        return prefix(old).map(prefix -> prefixes.get(prefix) + old.substring(prefix.length()));
    }

    /**
     * {@return the name of the file within the old folder or store: what follows the old beginning; empty when none
     * fits}
     *
     * @param old address
     */
    public Optional<String> file(String old) {
        return prefix(old).map(prefix -> old.substring(prefix.length()));
    }

    private Optional<String> prefix(String old) {
        return prefixes.keySet().stream().filter(old::startsWith).max(Comparator.comparingInt(String::length));
    }
}
