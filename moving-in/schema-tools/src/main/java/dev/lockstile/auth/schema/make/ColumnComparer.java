package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.catalogue.TypeComparison;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the columns of one table. */
record ColumnComparer(
        MakeOptions options,
        Map<String, String> fills,
        TypeComparison spelling,
        Set<String> baseline,
        Set<String> copied,
        List<Step> steps,
        List<String> questions,
        List<String> notes) {

    void compare(TableShape there, TableShape wanted) {
        for (ColumnShape column : wanted.columns()) {
            there.column(column.name())
                    .ifPresentOrElse(old -> change(wanted, old, column), () -> add(wanted.name(), column));
        }
        for (ColumnShape column : there.columns()) {
            if (wanted.column(column.name()).isEmpty()) {
                unwanted(there.name(), column);
            }
        }
    }

    private void add(String table, ColumnShape column) {
        String fill = fill(table, column);
        String name = table + "." + column.name();
        if (!column.nullable() && fill == null) {
            questions.add(name + " may not be null, and the table may have rows: say what they get, --default " + name
                    + "=VALUE, or @ColumnDefault on the attribute, or let it be null");
        } else if (fill != null && Defaults.isVolatile(fill)) {
            questions.add("the default of " + name + " differs from row to row (" + fill
                    + "), which rewrites the table under a lock: add the column without it and fill it in batches");
        } else {
            steps.add(new Step.AddColumn(table, column.withDefault(column.nullable() ? column.defaultValue() : fill)));
        }
    }

    private @Nullable String fill(String table, ColumnShape column) {
        String name = table + "." + column.name();
        String said = options.defaults().get(name);
        if (said != null) {
            return said;
        }
        return column.defaultValue() != null ? column.defaultValue() : fills.get(name);
    }

    private void change(TableShape table, ColumnShape old, ColumnShape wanted) {
        type(table.name(), old, wanted);
        if (old.nullable() && !wanted.nullable()) {
            require(table, wanted);
        } else if (!old.nullable() && wanted.nullable()) {
            steps.add(new Step.Relax(table.name(), wanted));
        }
    }

    /** A copy of a column that was mandatory has its values from there. */
    private void require(TableShape table, ColumnShape wanted) {
        String name = table.name() + "." + wanted.name();
        String fill = fill(table.name(), wanted);
        if (fill == null && !options.renames().containsValue(name)) {
            questions.add(
                    name + " becomes mandatory, and rows may lack it: say what they get, --default " + name + "=VALUE");
        } else {
            steps.add(new Step.Require(table.name(), wanted, String.join(",", table.key()), fill));
        }
    }

    private void type(String table, ColumnShape old, ColumnShape wanted) {
        String name = table + "." + wanted.name();
        switch (spelling.compare(old.type().h2(), wanted.type())) {
            case SAME -> {}
            case WIDER -> steps.add(new Step.ChangeType(table, old, wanted, false));
            case NARROWER ->
                notes.add(name + " is " + old.type() + ", wider than the entity's " + wanted.type() + ", and stays");
            case OTHER -> {
                if (options.contract().contains(name)) {
                    steps.add(new Step.ChangeType(table, old, wanted, true));
                } else {
                    questions.add(name + " is " + old.type() + " and the entity wants " + wanted.type()
                            + ", which rewrites every row: map the attribute to a new column NEW and say --rename "
                            + name
                            + "=" + table + ".NEW, which copies the values in steps, or say --contract " + name);
                }
            }
        }
    }

    private void unwanted(String table, ColumnShape column) {
        String name = table + "." + column.name();
        if (options.contract().contains(name)) {
            steps.add(new Step.DropColumn(table, column, copied.contains(name)));
        } else if (baseline.contains(name)) {
            kept(name, column);
        } else if (!column.nullable() && column.defaultValue() == null && !column.identity()) {
            questions.add(name
                    + " may not be null and no entity maps it any more, so that no row can be added: keep the"
                    + " attribute for one more release with @Column(nullable = true), or say --contract " + name);
        } else {
            notes.add("column " + name + " is mapped by no entity and stays; --contract " + name
                    + " drops it, a release after the last code that uses it");
        }
    }

    /** It is unknown whether the other application still writes it, so that no way to drop it is named. */
    private void kept(String name, ColumnShape column) {
        if (!column.nullable() && column.defaultValue() == null && !column.identity()) {
            questions.add(name + " may not be null, has no default, and another application fills it, so that no row"
                    + " can be added here: map it in the entity, or give it a default");
        } else {
            notes.add("column " + name + " is another application's and stays");
        }
    }
}
