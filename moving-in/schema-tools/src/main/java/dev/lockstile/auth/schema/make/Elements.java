package dev.lockstile.auth.schema.make;

import static dev.lockstile.auth.schema.make.NameMarks.label;
import static dev.lockstile.auth.schema.make.NameMarks.name;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.Names;
import java.util.List;
import java.util.stream.Collectors;

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
        StringBuilder out = new StringBuilder("<createTable tableName=\"" + name(table.name()) + "\">\n");
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
                    .append(label(Names.of("pk", table.name(), List.of()).replaceAll("_$", "")))
                    .append('"');
        }
        for (IndexShape index : table.indexes()) {
            if (index.unique() && index.columns().equals(alone)) {
                out.append(" unique=\"true\" uniqueConstraintName=\"")
                        .append(label(index.name()))
                        .append('"');
                break;
            }
        }
        for (ForeignKeyShape key : table.foreignKeys()) {
            if (key.columns().equals(alone)) {
                out.append(" foreignKeyName=\"").append(label(key.name())).append("\" referencedTableName=\"");
                out.append(name(key.target()))
                        .append("\" referencedColumnNames=\"")
                        .append(name(key.targetColumns().get(0)))
                        .append('"');
                break;
            }
        }
        return out.toString();
    }

    /** {@code more}: attributes of its constraints besides that it may not be null. */
    static String column(ColumnShape column, String more, TypeProperties types) {
        StringBuilder out = new StringBuilder(
                "<column name=\"" + name(column.name()) + "\" type=\"" + types.word(column.type()) + "\"");
        if (column.identity()) {
            out.append(" autoIncrement=\"true\" generationType=\"BY DEFAULT\"");
        }
        if (column.defaultValue() != null) {
            out.append(Defaults.attribute(column.defaultValue(), column.type()));
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
        return "<renameColumn tableName=\"" + name(table) + "\" oldColumnName=\"" + name(from) + "\" newColumnName=\""
                + name(to)
                + "\" columnDataType=\"" + type + "\"/>";
    }

    static String createIndex(String table, IndexShape index) {
        StringBuilder out = new StringBuilder(
                "<createIndex tableName=\"" + name(table) + "\" indexName=\"" + label(index.name()) + "\"");
        out.append(index.unique() ? " unique=\"true\">\n" : ">\n");
        index.columns()
                .forEach(c -> out.append("    <column name=\"").append(name(c)).append("\"/>\n"));
        return out.append("</createIndex>").toString();
    }

    static String unique(String table, IndexShape index) {
        return "<addUniqueConstraint tableName=\"" + name(table) + "\" columnNames=\"" + names(index.columns())
                + "\" constraintName=\"" + label(index.name()) + "\"/>";
    }

    static String dropUnique(String table, IndexShape index) {
        return "<dropUniqueConstraint tableName=\"" + name(table) + "\" constraintName=\"" + label(index.name())
                + "\"/>";
    }

    static String dropIndex(String table, IndexShape index) {
        return "<dropIndex tableName=\"" + name(table) + "\" indexName=\"" + label(index.name()) + "\"/>";
    }

    static String dropTable(String table) {
        return "<dropTable tableName=\"" + name(table) + "\"/>";
    }

    static String dropColumn(String table, String column) {
        return "<dropColumn tableName=\"" + name(table) + "\" columnName=\"" + name(column) + "\"/>";
    }

    static String addColumn(String table, ColumnShape column, TypeProperties types) {
        return "<addColumn tableName=\"" + name(table) + "\">\n    " + column(column, "", types) + "\n</addColumn>";
    }

    /** Names in an attribute that takes several. */
    static String names(List<String> all) {
        return all.stream().map(NameMarks::name).collect(Collectors.joining(", "));
    }
}
