package dev.lockstile.auth.imports.content;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rewrites addresses of files: the longest prefix with which an address begins is replaced.
 *
 * @param columns the columns of the host that hold addresses
 * @param prefixes new prefixes by those of the source
 */
public record Addresses(Set<String> columns, Map<String, String> prefixes) {

    /**
     * Copies columns and prefixes.
     *
     * @param columns the columns of the host that hold addresses
     * @param prefixes new prefixes by those of the source
     */
    public Addresses {
        columns = Set.copyOf(columns);
        prefixes = new TreeMap<>(prefixes);
    }

    /**
     * {@return the new address; empty when the address has none of the prefixes}
     *
     * @param old the address in the source
     */
    public Optional<String> rewritten(String old) {
        return prefix(old).map(prefix -> prefixes.get(prefix) + old.substring(prefix.length()));
    }

    /**
     * {@return the name of the file within the folder or store of the source, which is the address without its prefix;
     * empty when it has none of the prefixes}
     *
     * @param old the address in the source
     */
    public Optional<String> file(String old) {
        return prefix(old).map(prefix -> old.substring(prefix.length()));
    }

    private Optional<String> prefix(String old) {
        return prefixes.keySet().stream().filter(old::startsWith).max(Comparator.comparingInt(String::length));
    }
}
