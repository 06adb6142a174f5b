package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.Identifiers;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;
import java.util.Map;

/**
 * The columns of a baseline that the database computes. No change of Liquibase makes such a column: on the kind of database
 * that it was found on, the plain column gives place to it before the table has a row.
 *
 * @param expressions as they were found, by the names of the columns
 * @param dbms the kind of database
 */
record GeneratedColumns(TableShape table, Map<String, String> expressions, String dbms) {

    static GeneratedColumns of(Step.Baseline step) {
        Map<String, String> expressions = new java.util.TreeMap<>();
        step.defaults().forEach((column, value) -> {
            if (is(value) && value.h2().length() > ColumnShape.GENERATED.length()) {
                expressions.put(column, value.h2());
            }
        });
        return new GeneratedColumns(step.table(), expressions, step.dbms());
    }

    /** Whether that default is the expression of a computed column. */
    static boolean is(SqlType value) {
        return value.h2().startsWith(ColumnShape.GENERATED);
    }

    /** The table without the unique constraints that go with the plain column. */
    TableShape without(TableShape made) {
        List<IndexShape> left =
                made.indexes().stream().filter(index -> !has(index)).toList();
        return new TableShape(made.name(), made.columns(), made.key(), left, made.foreignKeys());
    }

    boolean has(IndexShape index) {
        return index.columns().stream().anyMatch(expressions::containsKey);
    }

    /** What follows the table; empty where nothing is computed. */
    String changes() {
        StringBuilder out = new StringBuilder();
        expressions.forEach((name, expression) -> out.append("\n<sql dbms=\"")
                .append(dbms)
                .append("\">")
                .append(Xml.text(statements(table.column(name).orElseThrow(), expression)))
                .append("</sql>"));
        return out.toString();
    }

    private String statements(ColumnShape column, String expression) {
        String quote = dbms.startsWith("mariadb") ? "`" : "\"";
        String alter = "alter table " + Identifiers.sql(table.name(), quote);
        String name = Identifiers.sql(column.name(), quote);
        String type = switch (dbms) {
            case "h2" -> column.type().h2();
            case "postgresql" -> column.type().postgresql() + " " + expression + " stored";
            default -> column.type().mariadb() + " " + expression + " stored";
        };
        return dbms.equals("h2")
                ? alter + " drop column " + name + "; " + alter + " add column " + name + " " + type + " " + expression
                : alter + " drop column " + name + ", add column " + name + " " + type;
    }
}
