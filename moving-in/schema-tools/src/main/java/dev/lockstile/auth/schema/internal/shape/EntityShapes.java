package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.sql.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Reads the tables that the entities want from Hibernate's own metadata: the same that {@code validate} goes by. */
final class EntityShapes {

    private static final int DEFAULT_LENGTH = 255;

    private final List<MetadataImplementor> readings;

    /** One reading of the same entities per dialect, in the order of {@link Dialects}. */
    EntityShapes(List<MetadataImplementor> readings) {
        this.readings = readings;
    }

    Shape read() {
        TreeMap<String, TableShape> tables = new TreeMap<>();
        TreeMap<String, SequenceShape> sequences = new TreeMap<>();
        for (Namespace space : readings.get(0).getDatabase().getNamespaces()) {
            space.getTables().stream().filter(Table::isPhysicalTable).forEach(t -> tables.put(name(t), table(t)));
            for (Sequence sequence : space.getSequences()) {
                String spelling = sequence.getName().getSequenceName().getText();
                SequenceShape shape = new SequenceShape(
                        lower(spelling), spelling, sequence.getInitialValue(), sequence.getIncrementSize());
                sequences.put(shape.name(), shape);
            }
        }
        return new Shape(tables, sequences);
    }

    private TableShape table(Table table) {
        String name = name(table);
        PrimaryKey key = table.getPrimaryKey();
        List<ColumnShape> columns = new ArrayList<>();
        for (Column column : table.getColumns()) {
            columns.add(column(table, column, key));
        }
        return new TableShape(
                name, columns, key == null ? List.of() : names(key.getColumns()), indexes(table), foreignKeys(table));
    }

    private ColumnShape column(Table table, Column column, @Nullable PrimaryKey key) {
        boolean inKey = key != null && key.containsColumn(column);
        return new ColumnShape(
                name(column),
                type(table, column),
                column.isNullable() && !inKey,
                inKey && column.isIdentity(),
                column.getDefaultValue());
    }

    /** Enumerations by name are text everywhere, so that a new constant is no change of the table. */
    private SqlType type(Table table, Column column) {
        int code = column.getSqlTypeCode(readings.get(0));
        if (column.getSqlType() == null && (code == SqlTypes.ENUM || code == SqlTypes.NAMED_ENUM)) {
            Long length = column.getLength();
            return SqlType.same("varchar(" + (length == null ? DEFAULT_LENGTH : length) + ")");
        }
        List<String> types =
                readings.stream().map(r -> typeIn(r, table, column)).toList();
        return new SqlType(types.get(0), types.get(1), types.get(2));
    }

    private static String typeIn(MetadataImplementor reading, Table table, Column column) {
        for (Namespace space : reading.getDatabase().getNamespaces()) {
            for (Table same : space.getTables()) {
                Column found = same.getName().equals(table.getName()) ? same.getColumn(column) : null;
                if (found != null) {
                    return lower(found.getSqlType(reading));
                }
            }
        }
        throw new IllegalStateException("no column " + table.getName() + "." + column.getName());
    }

    private static List<IndexShape> indexes(Table table) {
        String name = name(table);
        List<IndexShape> all = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            List<String> columns = names(key.getColumns());
            add(all, new IndexShape(Names.of("uq", key.getName(), name, columns), columns, true));
        }
        for (Column column : table.getColumns()) {
            if (column.isUnique()) {
                List<String> columns = List.of(name(column));
                add(all, new IndexShape(Names.of("uq", null, name, columns), columns, true));
            }
        }
        for (Index index : table.getIndexes().values()) {
            List<String> columns = names(index.getColumns());
            add(all, new IndexShape(Names.of("ix", index.getName(), name, columns), columns, index.isUnique()));
        }
        all.sort(Comparator.comparing(IndexShape::name));
        return all;
    }

    private static void add(List<IndexShape> all, IndexShape one) {
        if (all.stream().noneMatch(one::does)) {
            all.add(one);
        }
    }

    private static List<ForeignKeyShape> foreignKeys(Table table) {
        List<ForeignKeyShape> all = new ArrayList<>();
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                all.add(foreignKey(name(table), key));
            }
        }
        all.sort(Comparator.comparing(ForeignKeyShape::name));
        return all;
    }

    private static ForeignKeyShape foreignKey(String table, ForeignKey key) {
        List<String> columns = names(key.getColumns());
        Table target = key.getReferencedTable();
        List<String> targetColumns =
                names(key.isReferenceToPrimaryKey() ? target.getPrimaryKey().getColumns() : key.getReferencedColumns());
        return new ForeignKeyShape(Names.of("fk", key.getName(), table, columns), columns, name(target), targetColumns);
    }

    private static List<String> names(Collection<Column> columns) {
        return columns.stream().map(EntityShapes::name).toList();
    }

    static String name(Table table) {
        return Identifiers.mapped(table.getName(), table.isQuoted());
    }

    static String name(Column column) {
        return Identifiers.mapped(column.getName(), column.isQuoted());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
