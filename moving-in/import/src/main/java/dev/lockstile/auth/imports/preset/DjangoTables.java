package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of one Django app in a source, found by their names; letter case does not matter. */
final class DjangoTables {

    private final Source source;
    private final String prefix;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, List<String>> notCarried = new LinkedHashMap<>();

    DjangoTables(Source source, String prefix) {
        this.source = source;
        this.prefix = prefix;
        source.tables().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    }

    /** The app labels for which there is a table of users and one of profiles. */
    static List<String> labels(Source source) {
        Set<String> names = source.tables().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> name.endsWith("_user"))
                .map(name -> name.substring(0, name.length() - "_user".length()))
                .filter(label -> names.contains(label + "_profile"))
                .sorted()
                .toList();
    }

    /** A table of the app, with the columns of these that it has. */
    Optional<SourceTable> find(String model, Columns wanted) {
        return name(prefix + "_" + model).map(name -> table(name, wanted));
    }

    /** A table that must be there. */
    SourceTable require(String model, Columns wanted) {
        return find(model, wanted).orElseThrow(() -> missing(prefix + "_" + model));
    }

    /** How many rows a table of the app has; none when there is no such table. */
    Optional<Long> count(String model) {
        return countNamed(prefix + "_" + model);
    }

    /** How many rows a table of any app has; none when there is no such table. */
    Optional<Long> countNamed(String table) {
        return name(table).map(source::count);
    }

    Map<String, List<String>> columnsNotCarried() {
        return Map.copyOf(notCarried);
    }

    /**
     * The columns a table has to have and those it may have.
     *
     * @param ignored known columns that are left out on purpose
     */
    record Columns(List<String> required, List<String> optional, List<String> ignored) {}

    private SourceTable table(String name, Columns wanted) {
        Map<String, String> there = new LinkedHashMap<>();
        source.columns(name).forEach(column -> there.put(column.toLowerCase(Locale.ROOT), column));
        List<String> absent =
                wanted.required().stream().filter(c -> !there.containsKey(c)).toList();
        if (!absent.isEmpty()) {
            throw new SourceUnusableException("table " + name + " of " + source.description() + " lacks the columns "
                    + absent + "; it has " + there.keySet());
        }
        List<String> read = new ArrayList<>(wanted.required());
        read.addAll(wanted.optional());
        List<String> others = there.keySet().stream()
                .filter(c -> !read.contains(c) && !wanted.ignored().contains(c))
                .toList();
        if (!others.isEmpty()) {
            notCarried.put(name, others);
        }
        List<String> columns = read.stream()
                .filter(there::containsKey)
                .map(c -> spelled(there, c))
                .toList();
        return new SourceTable(name, spelled(there, "id"), columns);
    }

    private SourceUnusableException missing(String table) {
        String seen = names.isEmpty()
                ? "no tables at all"
                : names.values().stream().limit(20).toList().toString();
        return new SourceUnusableException("there is no table " + table + " in " + source.description() + "; there are "
                + seen + ". Name the app's prefix if it is another one (--table-prefix).");
    }

    private Optional<String> name(String lowerCase) {
        return Optional.ofNullable(names.get(lowerCase.toLowerCase(Locale.ROOT)));
    }

    private static String spelled(Map<String, String> there, String column) {
        return there.getOrDefault(column, column);
    }
}
