package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.people.PersonSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people of any old system, of whose columns none that tells of a second factor counts as not read.
 *
 * @param source adds those columns to the pages
 */
record FactorColumnPeople(PersonSource people, FactorColumnSource source) implements ForwardingPeople {

    @Override
    public Map<String, List<String>> columnsNotCarried() {
        Map<String, List<String>> left = new TreeMap<>();
        people.columnsNotCarried().forEach((table, columns) -> {
            List<String> others = columns.stream()
                    .filter(column -> !source.adds(table, column))
                    .toList();
            if (!others.isEmpty()) {
                left.put(table, others);
            }
        });
        return left;
    }
}
