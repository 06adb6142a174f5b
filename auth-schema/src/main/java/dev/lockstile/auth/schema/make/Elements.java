package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.shape.ColumnShape;
import dev.lockstile.auth.schema.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.shape.IndexShape;
import dev.lockstile.auth.schema.shape.Names;
import dev.lockstile.auth.schema.shape.TableShape;
import java.util.List;

/** The elements of a change file that describe tables. */
final class Elements {

    /** MariaDB then refuses at once what it could only do by a copy of the table, which keeps writers out. */
    private static final String NO_COPY =
            "\n<modifySql dbms=\"mariadb,mysql\">\n    <append value=\"%sALGORITHM=INPLACE%sLOCK=NONE\"/>\n</modifySql>";

    static final String ALTERED_IN_PLACE = NO_COPY.formatted(", ", ", ");
    static final String BUILT_IN_PLACE = NO_COPY.formatted(" ", " ");

    private Elements() {}

    /** With its key, and inline its unique columns and references: one statement. */
    static String createTable(TableShape table, TypeProperties types) {
        StringBuilder out = new StringBuilder("<createTable tableName=\"" + table.name() + "\">\n");
        for (ColumnShape column : table.columns()) {
            out.append(column(column, constraints(table, column), types).indent(4));
        }
        return out.append("</createTable>").toString();
    }

    private static String constraints(TableShape table, ColumnShape column) {
        StringBuilder out = new StringBuilder();
        List<String> alone = List.of(column.name());
        if (table.key().contains(column.name())) {
            out.append(" primaryKey=\"true\" primaryKeyName=\"")
                    .append(Names.of("pk", table.name(), List.of()).replaceAll("_$", ""))
                    .append('"');
        }
        for (IndexShape index : table.indexes()) {
            if (index.unique() && index.columns().equals(alone)) {
                out.append(" unique=\"true\" uniqueConstraintName=\"")
                        .append(index.name())
                        .append('"');
                break;
            }
        }
        for (ForeignKeyShape key : table.foreignKeys()) {
            if (key.columns().equals(alone)) {
                out.append(" foreignKeyName=\"").append(key.name()).append("\" referencedTableName=\"");
                out.append(key.target())
                        .append("\" referencedColumnNames=\"")
                        .append(key.targetColumns().get(0))
                        .append('"');
                break;
            }
        }
        return out.toString();
    }

    /** {@code more}: attributes of its constraints besides that it may not be null. */
    static String column(ColumnShape column, String more, TypeProperties types) {
        StringBuilder out =
                new StringBuilder("<column name=\"" + column.name() + "\" type=\"" + types.word(column.type()) + "\"");
        if (column.identity()) {
            out.append(" autoIncrement=\"true\" generationType=\"BY DEFAULT\"");
        }
        if (column.defaultValue() != null) {
            out.append(Defaults.attribute(column.defaultValue()));
        }
        String constraints = (column.nullable() ? "" : " nullable=\"false\"") + more;
        if (constraints.isEmpty()) {
            return out.append("/>").toString();
        }
        return out.append(">\n    <constraints")
                .append(constraints)
                .append("/>\n</column>")
                .toString();
    }

    static String renameColumn(String table, String from, String to, String type) {
        return "<renameColumn tableName=\"" + table + "\" oldColumnName=\"" + from + "\" newColumnName=\"" + to
                + "\" columnDataType=\"" + type + "\"/>";
    }

    static String createIndex(String table, IndexShape index) {
        StringBuilder out =
                new StringBuilder("<createIndex tableName=\"" + table + "\" indexName=\"" + index.name() + "\"");
        out.append(index.unique() ? " unique=\"true\">\n" : ">\n");
        index.columns().forEach(c -> out.append("    <column name=\"").append(c).append("\"/>\n"));
        return out.append("</createIndex>").toString();
    }

    static String unique(String table, IndexShape index) {
        return "<addUniqueConstraint tableName=\"" + table + "\" columnNames=\"" + String.join(", ", index.columns())
                + "\" constraintName=\"" + index.name() + "\"/>";
    }

    static String dropUnique(String table, IndexShape index) {
        return "<dropUniqueConstraint tableName=\"" + table + "\" constraintName=\"" + index.name() + "\"/>";
    }

    static String dropIndex(String table, IndexShape index) {
        return "<dropIndex tableName=\"" + table + "\" indexName=\"" + index.name() + "\"/>";
    }
}
