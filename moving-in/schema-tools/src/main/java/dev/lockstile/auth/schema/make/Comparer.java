package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.catalogue.TypeComparison;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.Names;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares what is there with what the entities want, table by table. Additive: what is there and no entity maps stays.
 */
final class Comparer {

    /** What H2 puts behind the name of a constraint for its index. */
    private static final Pattern OF_CONSTRAINT = Pattern.compile("_index_[0-9a-z]+$");

    private final MakeOptions options;
    private final Map<String, String> fills;
    private final TypeComparison spelling;
    private final Set<String> baseline;
    private final Set<String> copied;
    private final Set<String> inherited;
    private final List<Step> first = new ArrayList<>();
    private final List<Step> tables = new ArrayList<>();
    private final List<Step> columns = new ArrayList<>();
    private final List<Step> indexes = new ArrayList<>();
    private final List<Step> references = new ArrayList<>();
    private final List<Step> last = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Compares with what the host said.
     *
     * @param fills what new columns of our own superclasses hold in rows that are there already
     * @param baseline tables and {@code table.column}s of another application
     * @param copied {@code table.column}s that another one has taken the place of
     * @param inherited {@code table.column}s of our own superclasses
     */
    Comparer(
            MakeOptions options,
            Map<String, String> fills,
            TypeComparison spelling,
            Set<String> baseline,
            Set<String> copied,
            Set<String> inherited) {
        this.inherited = inherited;
        this.options = options;
        this.fills = fills;
        this.spelling = spelling;
        this.baseline = baseline;
        this.copied = copied;
    }

    Comparison compare(Shape actual, Shape wanted, Set<String> library) {
        Set<String> excluded = new TreeSet<>(baseline);
        excluded.addAll(copied);
        excluded.addAll(library);
        Renames renames = new Renames(options, questions, excluded, inherited, spelling);
        Shape renamed = renames.apply(actual, wanted, first);
        for (SequenceShape sequence : wanted.sequences().values()) {
            if (!renamed.sequences().containsKey(sequence.name())) {
                first.add(new Step.CreateSequence(sequence));
            }
        }
        for (TableShape table : TableOrder.of(wanted.tables().values())) {
            TableShape there = renamed.tables().get(table.name());
            if (there == null) {
                create(table, renamed);
            } else {
                change(there, table);
                unmapped(there, table, library);
            }
        }
        unwanted(renamed, wanted, library);
        return new Comparison(inOrder(), questions, notes);
    }

    private List<Step> inOrder() {
        List<Step> all = new ArrayList<>(first);
        List.of(tables, columns, indexes, references, last).forEach(all::addAll);
        return all;
    }

    private void create(TableShape table, Shape actual) {
        List<ForeignKeyShape> inline = new ArrayList<>();
        for (ForeignKeyShape key : table.foreignKeys()) {
            boolean possible =
                    key.columns().size() == 1 && (key.target().equals(table.name()) || isThere(key.target(), actual));
            if (possible) {
                inline.add(key);
            } else {
                references.add(new Step.AddForeignKey(table.name(), key));
            }
        }
        tables.add(new Step.CreateTable(
                new TableShape(table.name(), table.columns(), table.key(), table.indexes(), inline)));
        for (IndexShape index : table.indexes()) {
            if (!index.unique() || index.columns().size() > 1) {
                indexes.add(new Step.AddIndex(table.name(), index, true));
            }
        }
        table.foreignKeys().forEach(key -> indexed(table, key, true));
    }

    private boolean isThere(String table, Shape actual) {
        return actual.tables().containsKey(table)
                || tables.stream()
                        .anyMatch(s -> s instanceof Step.CreateTable made
                                && made.table().name().equals(table));
    }

    private void change(TableShape there, TableShape wanted) {
        new ColumnComparer(options, fills, spelling, baseline, copied, columns, questions, notes)
                .compare(there, wanted);
        wanted.indexes().stream()
                .filter(index -> !there.has(index))
                .forEach(index -> indexes.add(new Step.AddIndex(wanted.name(), index, false)));
        wanted.foreignKeys().stream().filter(key -> !there.has(key)).forEach(key -> {
            references.add(new Step.AddForeignKey(wanted.name(), key));
            if (!there.isIndexed(key.columns())) {
                indexed(wanted, key, false);
            }
        });
    }

    /** An index that stays costs every write, and a unique one refuses rows. */
    private void unmapped(TableShape there, TableShape wanted, Set<String> library) {
        if (baseline.contains(there.name()) || library.contains(there.name())) {
            return;
        }
        there.indexes().stream()
                .filter(index -> !wanted.has(index))
                .filter(index -> !isOfReference(index, there))
                .forEach(index -> notes.add((index.unique() ? "unique index " : "index ")
                        + OF_CONSTRAINT.matcher(index.name()).replaceFirst("") + " on "
                        + there.name() + index.columns() + " is mapped by no entity and stays"));
    }

    private static boolean isOfReference(IndexShape index, TableShape table) {
        return !index.unique()
                && table.foreignKeys().stream().anyMatch(key -> key.columns().equals(index.columns()));
    }

    /** A reference without an index makes every delete of its target a scan; H2 and MariaDB make one by themselves. */
    private void indexed(TableShape table, ForeignKeyShape key, boolean fresh) {
        if (!table.isIndexed(key.columns())) {
            String name = Names.of("ix", table.name(), key.columns());
            indexes.add(new Step.AddIndex(table.name(), new IndexShape(name, key.columns(), false), fresh));
        }
    }

    private void unwanted(Shape actual, Shape wanted, Set<String> library) {
        Map<String, TableShape> rest = new TreeMap<>(actual.tables());
        rest.keySet().removeAll(wanted.tables().keySet());
        rest.keySet().removeAll(library);
        for (TableShape table : rest.values()) {
            if (options.contract().contains(table.name())) {
                last.add(new Step.DropTable(table));
            } else if (baseline.contains(table.name())) {
                notes.add("table " + table.name() + " is another application's and stays");
            } else {
                notes.add("table " + table.name() + " has no entity and stays; --contract " + table.name()
                        + " drops it, a release after the last code that uses it");
            }
        }
        library.stream()
                .filter(options.contract()::contains)
                .forEach(name -> questions.add(name + " is the library's own table and is not dropped"));
    }
}
