package dev.lockstile.auth.schema.internal.lint;

import jakarta.persistence.EntityManagerFactory;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableMapping;

/**
 * The columns that the entities of a release are mapped to. Written to a file at each release, it tells the next one
 * what the instances that still run need.
 *
 * @param names {@code table.column}, in lower case
 */
public record MappedColumns(Set<String> names) {

    public MappedColumns {
        names = Set.copyOf(names);
    }

    /** Of a persistence unit. */
    public static MappedColumns of(EntityManagerFactory emf) {
        Set<String> names = new TreeSet<>();
        emf.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(entity -> {
            entity.getIdentifierMapping().forEachSelectable((i, column) -> add(column, names));
            entity.forEachSelectable((i, column) -> add(column, names));
        });
        return new MappedColumns(names);
    }

    /** From the text of such a file. */
    public static MappedColumns parse(String text) {
        return new MappedColumns(
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).collect(Collectors.toSet()));
    }

    /** The text of the file. */
    @Override
    public String toString() {
        return new TreeSet<>(names).stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whether the column is mapped; with an empty column, whether any column of the table is. */
    boolean has(String table, String column) {
        return column.isEmpty()
                ? names.stream().anyMatch(name -> name.startsWith(table + "."))
                : names.contains(table + "." + column);
    }

    private static void add(SelectableMapping column, Set<String> names) {
        if (!column.isFormula()) {
            String table = column.getContainingTableExpression().replaceAll("[\"`]", "");
            String bare = table.substring(table.lastIndexOf('.') + 1);
            names.add((bare + "." + column.getSelectionExpression().replaceAll("[\"`]", "")).toLowerCase(Locale.ROOT));
        }
    }
}
