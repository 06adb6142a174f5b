package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.NameColumns;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of a known system's people. Names are in lower case; a source may spell them otherwise.
 *
 * @param names what it may be called, the likeliest first
 * @param key its key
 * @param required the columns it has to have besides
 * @param optional the columns that are read where there are such
 * @param sought the columns by which one person is looked up
 */
record SystemTable(List<String> names, String key, List<String> required, List<String> optional, NameColumns sought) {

    /** A table in which one person is looked up by the usual columns. */
    SystemTable(List<String> names, String key, List<String> required, List<String> optional) {
        this(names, key, required, optional, NameColumns.USUAL);
    }

    /** The same table with a prefix before its names, such as {@code blog_}. */
    SystemTable prefixed(String prefix) {
        return new SystemTable(
                names.stream()
                        .map(name -> prefix.toLowerCase(Locale.ROOT) + name)
                        .toList(),
                key,
                required,
                optional,
                sought);
    }

    /** The same table with further columns that are read where there are such. */
    SystemTable reading(List<String> more) {
        List<String> all =
                Stream.concat(optional.stream(), more.stream()).distinct().toList();
        return new SystemTable(names, key, required, all, sought);
    }

    /**
     * Finds it in a source.
     *
     * @throws SourceUnusableException when the table or a column that must be there is missing
     */
    Found in(Source source) {
        Map<String, String> tables = spelled(source.tables());
        String table = names.stream()
                .filter(tables::containsKey)
                .findFirst()
                .map(name -> tables.getOrDefault(name, name))
                .orElseThrow(() -> new SourceUnusableException("there is no table " + String.join(" or ", names)
                        + " in " + source.description() + "; there are "
                        + tables.values().stream().limit(20).toList()));
        Map<String, String> columns = spelled(source.columns(table));
        List<String> absent = Stream.concat(Stream.of(key), required.stream())
                .filter(column -> !columns.containsKey(column))
                .toList();
        if (!absent.isEmpty()) {
            throw new SourceUnusableException("table " + table + " of " + source.description() + " lacks the columns "
                    + absent + "; it has " + columns.keySet());
        }
        List<String> read = Stream.of(List.of(key), required, optional, Realm.COLUMNS)
                .flatMap(List::stream)
                .distinct()
                .filter(columns::containsKey)
                .toList();
        List<String> others = columns.keySet().stream()
                .filter(column -> !read.contains(column))
                .toList();
        SourceTable found = new SourceTable(
                table,
                columns.getOrDefault(key, key),
                read.stream()
                        .map(column -> columns.getOrDefault(column, column))
                        .toList(),
                sought);
        return new Found(found, others);
    }

    private static Map<String, String> spelled(List<String> names) {
        Map<String, String> spelled = new LinkedHashMap<>();
        names.forEach(name -> spelled.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return spelled;
    }

    /**
     * The table as a source has it.
     *
     * @param notRead its other columns
     */
    record Found(SourceTable table, List<String> notRead) {}
}
