package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.catalogue.TypeComparison;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Renames what the host says, and asks where a new name and an orphan look like one thing. */
final class Renames {

    private final MakeOptions options;
    private final List<String> questions;
    private final Set<String> excluded;
    private final Set<String> inherited;
    private final TypeComparison spelling;

    /**
     * Renames by what the host says.
     *
     * @param excluded what is another application's, the library's or copied already, and former to nothing
     * @param inherited columns of our own superclasses, which are asked for only where nothing else came or went
     */
    Renames(
            MakeOptions options,
            List<String> questions,
            Set<String> excluded,
            Set<String> inherited,
            TypeComparison spelling) {
        this.inherited = inherited;
        this.options = options;
        this.questions = questions;
        this.excluded = excluded;
        this.spelling = spelling;
    }

    /** The actual shape under the new names; the steps that make it so are added. */
    Shape apply(Shape actual, Shape wanted, List<Step> steps) {
        Map<String, TableShape> tables = new TreeMap<>(actual.tables());
        Map<String, String> sorted = new TreeMap<>(options.renames());
        sorted.forEach((from, to) -> {
            if (!from.contains(".")) {
                renameTable(tables, from, to, steps);
            }
        });
        sorted.forEach((from, to) -> {
            if (from.contains(".")) {
                renameColumn(tables, from, to, wanted, steps);
            }
        });
        Shape renamed = new Shape(new TreeMap<>(tables), actual.sequences());
        if (!options.noRename()) {
            askForTables(renamed, wanted);
            askForColumns(renamed, wanted);
        }
        return renamed;
    }

    private void renameTable(Map<String, TableShape> tables, String from, String to, List<Step> steps) {
        TableShape table = tables.remove(from);
        if (table == null || tables.containsKey(to)) {
            questions.add("--rename " + from + "=" + to + ": no table " + from + ", or " + to + " is there already");
            return;
        }
        tables.put(to, table.renamed(to));
        tables.replaceAll((name, other) -> retargeted(other, from, to));
        steps.add(new Step.RenameTable(from, to));
    }

    private static TableShape retargeted(TableShape table, String from, String to) {
        List<ForeignKeyShape> keys = table.foreignKeys().stream()
                .map(k ->
                        k.target().equals(from) ? new ForeignKeyShape(k.name(), k.columns(), to, k.targetColumns()) : k)
                .toList();
        return new TableShape(table.name(), table.columns(), table.key(), table.indexes(), keys);
    }

    private void renameColumn(Map<String, TableShape> tables, String from, String to, Shape wanted, List<Step> steps) {
        String table = from.substring(0, from.indexOf('.'));
        String column = from.substring(from.indexOf('.') + 1);
        String name = to.substring(to.indexOf('.') + 1);
        TableShape there = tables.get(table);
        TableShape entity = wanted.tables().get(table);
        if (there == null
                || entity == null
                || !to.startsWith(table + ".")
                || there.column(column).isEmpty()
                || entity.column(name).isEmpty()) {
            questions.add(
                    "--rename " + from + "=" + to + ": there is no such column, or the two are of different tables");
            return;
        }
        ColumnShape old = there.column(column).orElseThrow();
        ColumnShape copy = entity.column(name).orElseThrow().nullable(true).withDefault(null);
        Step.RenameColumn step = new Step.RenameColumn(table, old, copy, String.join(",", there.key()));
        steps.add(step);
        tables.put(table, step.isKey() ? RenamedColumn.of(there, column, name) : copied(there, old, copy));
    }

    /** The old column stays beside its copy, and may be empty, until no release in use knows it. */
    private static TableShape copied(TableShape table, ColumnShape old, ColumnShape copy) {
        List<ColumnShape> columns = new ArrayList<>(table.columns());
        columns.replaceAll(column -> column.equals(old) ? old.nullable(true) : column);
        columns.add(copy);
        return table.withColumns(columns);
    }

    private void askForTables(Shape actual, Shape wanted) {
        List<TableShape> fresh = wanted.tables().values().stream()
                .filter(table -> !actual.tables().containsKey(table.name()))
                .toList();
        for (TableShape orphan : actual.tables().values()) {
            if (!wanted.tables().containsKey(orphan.name()) && !excluded.contains(orphan.name())) {
                fresh.stream()
                        .filter(table -> isLike(table, orphan))
                        .forEach(table -> ask(orphan.name(), table.name()));
            }
        }
    }

    /** At least half of the old columns, those of the key left out. */
    private static boolean isLike(TableShape table, TableShape orphan) {
        Set<String> old = columnNames(orphan);
        Set<String> common = columnNames(table);
        common.retainAll(old);
        return !common.isEmpty() && common.size() * 2 >= old.size();
    }

    private static Set<String> columnNames(TableShape table) {
        Set<String> names =
                new TreeSet<>(table.columns().stream().map(ColumnShape::name).toList());
        table.key().forEach(names::remove);
        return names;
    }

    private void askForColumns(Shape actual, Shape wanted) {
        for (TableShape table : wanted.tables().values()) {
            TableShape there = actual.tables().get(table.name());
            if (there != null) {
                askForColumns(there, table);
            }
        }
    }

    /** Each that came may be each that went, if its values fit. */
    private void askForColumns(TableShape there, TableShape wanted) {
        List<ColumnShape> orphans = there.columns().stream()
                .filter(c -> wanted.column(c.name()).isEmpty())
                .filter(c -> isCandidate(there.name() + "." + c.name()))
                .toList();
        List<ColumnShape> came = wanted.columns().stream()
                .filter(c -> there.column(c.name()).isEmpty())
                .toList();
        for (ColumnShape fresh : came) {
            if (came.size() == 1 && orphans.size() == 1 || !inherited.contains(there.name() + "." + fresh.name())) {
                orphans.stream()
                        .filter(orphan ->
                                spelling.compare(orphan.type().h2(), fresh.type()) != TypeComparison.Change.OTHER)
                        .forEach(orphan -> ask(there.name() + "." + orphan.name(), there.name() + "." + fresh.name()));
            }
        }
    }

    private boolean isCandidate(String column) {
        return !options.contract().contains(column)
                && !options.renames().containsKey(column)
                && !excluded.contains(column);
    }

    private void ask(String from, String to) {
        questions.add("is " + to + " the former " + from + "? Say --rename " + from + "=" + to + ", or --no-rename");
    }
}
