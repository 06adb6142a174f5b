package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
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
    private final Set<String> baseline;

    /** {@code baseline}: what is another application's, and former to nothing. */
    Renames(MakeOptions options, List<String> questions, Set<String> baseline) {
        this.options = options;
        this.questions = questions;
        this.baseline = baseline;
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
                renameColumn(tables, from, to, steps);
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

    private void renameColumn(Map<String, TableShape> tables, String from, String to, List<Step> steps) {
        String table = from.substring(0, from.indexOf('.'));
        String column = from.substring(from.indexOf('.') + 1);
        String name = to.substring(to.indexOf('.') + 1);
        TableShape there = tables.get(table);
        if (there == null || !to.startsWith(table + ".") || there.column(column).isEmpty()) {
            questions.add(
                    "--rename " + from + "=" + to + ": there is no such column, or the two are of different tables");
            return;
        }
        steps.add(new Step.RenameColumn(table, there.column(column).orElseThrow(), name));
        tables.put(table, renamed(there, column, name));
    }

    private static TableShape renamed(TableShape table, String from, String to) {
        List<ColumnShape> columns = table.columns().stream()
                .map(c -> c.name().equals(from) ? c.renamed(to) : c)
                .toList();
        List<IndexShape> indexes = table.indexes().stream()
                .map(i -> new IndexShape(i.name(), names(i.columns(), from, to), i.unique()))
                .toList();
        List<ForeignKeyShape> keys = table.foreignKeys().stream()
                .map(k -> new ForeignKeyShape(k.name(), names(k.columns(), from, to), k.target(), k.targetColumns()))
                .toList();
        return new TableShape(table.name(), columns, names(table.key(), from, to), indexes, keys);
    }

    private static List<String> names(List<String> names, String from, String to) {
        List<String> others = new ArrayList<>(names);
        others.replaceAll(n -> n.equals(from) ? to : n);
        return others;
    }

    private void askForTables(Shape actual, Shape wanted) {
        List<TableShape> fresh = wanted.tables().values().stream()
                .filter(table -> !actual.tables().containsKey(table.name()))
                .toList();
        for (TableShape orphan : actual.tables().values()) {
            if (!wanted.tables().containsKey(orphan.name()) && !baseline.contains(orphan.name())) {
                fresh.stream()
                        .filter(table -> columnNames(table).equals(columnNames(orphan)))
                        .forEach(table -> ask(orphan.name(), table.name()));
            }
        }
    }

    private static TreeSet<String> columnNames(TableShape table) {
        return new TreeSet<>(table.columns().stream().map(ColumnShape::name).toList());
    }

    private void askForColumns(Shape actual, Shape wanted) {
        for (TableShape table : wanted.tables().values()) {
            TableShape there = actual.tables().get(table.name());
            if (there != null) {
                askForColumns(there, table);
            }
        }
    }

    /** Asked only where one column came and one went: more of them are a different table, not a rename. */
    private void askForColumns(TableShape there, TableShape wanted) {
        List<ColumnShape> fresh = wanted.columns().stream()
                .filter(c -> there.column(c.name()).isEmpty())
                .toList();
        List<ColumnShape> orphans = there.columns().stream()
                .filter(c -> wanted.column(c.name()).isEmpty())
                .filter(c -> !options.contract().contains(there.name() + "." + c.name()))
                .filter(c -> !baseline.contains(there.name() + "." + c.name()))
                .toList();
        if (fresh.size() == 1 && orphans.size() == 1) {
            ask(
                    there.name() + "." + orphans.get(0).name(),
                    there.name() + "." + fresh.get(0).name());
        }
    }

    private void ask(String from, String to) {
        questions.add("is " + to + " the former " + from + "? Say --rename " + from + "=" + to + ", or --no-rename");
    }
}
