package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.Names;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an old table lacks, in steps that neither stop its readers nor break the application that writes it: columns
 * that may be empty or have a constant default, values filled in batches, and only then the duty to have one. Nothing
 * that is there is renamed, dropped or written.
 */
final class Additions {

    private final MatchedTable found;
    private final Map<String, String> fills;
    private final List<String> notes;
    private final List<Step> columns = new ArrayList<>();
    private final List<Step> later = new ArrayList<>();

    /** {@code fills}: what an attribute holds where it was never set, by its name. */
    Additions(MatchedTable found, Map<String, String> fills, List<String> notes) {
        this.found = found;
        this.fills = fills;
        this.notes = notes;
    }

    /** {@code open}: what becomes of columns that nothing is mapped to. */
    List<Step> steps(TableShape template, List<Step> open) {
        found.attributes().forEach(attribute -> {
            if (attribute.old() == null) {
                add(attribute);
            } else {
                share(attribute, attribute.old());
            }
        });
        uniques(template);
        flags();
        open.forEach(this::open);
        List<Step> all = new ArrayList<>(columns);
        all.addAll(later);
        return all;
    }

    private void add(MatchedTable.Attribute attribute) {
        String table = found.table().name();
        ColumnShape column = OwnColumns.stored(attribute.template().renamed(attribute.column()));
        String constant = column.nullable() ? null : fills.get(attribute.name());
        if (!column.nullable() && constant == null) {
            throw new IllegalStateException("no value for old rows in " + attribute.name());
        }
        if (attribute.source() == null) {
            columns.add(new Step.AddColumn(table, column.withDefault(constant)));
            return;
        }
        columns.add(new Step.AddColumn(table, column.nullable(true)));
        if (constant != null) {
            columns.add(new Step.SetDefault(table, column.withDefault(constant)));
        }
        later.add(new Step.Fill(
                table,
                column.name(),
                found.key().name(),
                filled(attribute.source().sql(), constant)));
        if (constant != null) {
            later.add(new Step.Require(
                    table, column.withDefault(constant), found.key().name(), null));
        }
    }

    private static String filled(String source, @Nullable String constant) {
        return constant == null ? source : "coalesce(" + source + ", " + constant + ")";
    }

    private void share(MatchedTable.Attribute attribute, ColumnShape old) {
        if (attribute.template().nullable() && !old.nullable() && !attribute.sharesKey(found)) {
            later.add(new Step.Relax(found.table().name(), CatalogueTypes.neutral(old)));
            SqlType value = CatalogueDefaults.of(old);
            if (value != null && value.isSame()) { // MariaDB forgets it with the NOT NULL
                later.add(new Step.SetDefault(
                        found.table().name(), CatalogueTypes.neutral(old).withDefault(value.h2())));
            }
            notes.add(found.table().name() + "." + old.name() + " may be empty from now on: an account may lack it");
        }
    }

    /** Only over columns of our own: what holds for an old column its own application has settled. */
    private void uniques(TableShape template) {
        Map<String, String> own = found.attributes().stream()
                .filter(a -> a.old() == null)
                .collect(Collectors.toMap(a -> a.template().name(), MatchedTable.Attribute::column));
        for (IndexShape index : template.indexes()) {
            if (own.keySet().containsAll(index.columns())) {
                List<String> names = index.columns().stream()
                        .map(c -> own.getOrDefault(c, c))
                        .toList();
                String name =
                        Names.of(index.unique() ? "uq" : "ix", found.table().name(), names);
                later.add(new Step.AddIndex(found.table().name(), new IndexShape(name, names, index.unique()), false));
            }
        }
    }

    /** Who is added here is to the old application what it is here. */
    private void flags() {
        for (MatchedTable.Attribute attribute : found.attributes()) {
            MatchedTable.Source source = attribute.source();
            if (source != null && source.fill() != null && source.column().defaultValue() == null) {
                setDefault(source.column(), source.fill());
            }
        }
    }

    private void open(Step step) {
        if (step instanceof Step.SetDefault set) {
            setDefault(set);
        } else if (step instanceof Step.Relax relax) {
            later.add(relax);
            notes.add(relax.table() + "." + relax.column().name()
                    + " may be empty from now on: accounts that are added here have it in a column of their own");
        }
    }

    private void setDefault(ColumnShape column, String value) {
        setDefault(new Step.SetDefault(found.table().name(), CatalogueTypes.neutral(column), SqlType.same(value)));
    }

    private void setDefault(Step.SetDefault step) {
        String name = step.column().name();
        if (later.stream()
                .anyMatch(s ->
                        s instanceof Step.SetDefault set && set.column().name().equals(name))) {
            return;
        }
        later.add(step);
        notes.add(found.table().name() + "." + name + " gets the default " + step.value()
                + " for rows that are added here");
    }
}
