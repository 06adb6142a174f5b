package dev.lockstile.auth.schema.make;

import static dev.lockstile.auth.schema.database.Identifiers.sql;
import static dev.lockstile.auth.schema.make.NameMarks.label;
import static dev.lockstile.auth.schema.make.NameMarks.name;

import dev.lockstile.auth.schema.change.FillInBatches;
import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.sql.Names;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the changes of tables that have rows and readers. On PostgreSQL nothing scans or builds under a lock that
 * keeps others out: indexes are built concurrently, constraints are added unproven and proven afterwards.
 */
final class OnlineWriter {

    private static final String POSTGRES = " dbms=\"postgresql\"";
    private static final String H2 = " dbms=\"h2\"";
    private static final String MARIADB = " dbms=\"mariadb,mysql\"";
    private static final String OTHERS = " dbms=\"!postgresql\"";
    private static final Pattern TEXT = Pattern.compile("(?:varchar|character varying)\\((\\d+)\\)");

    /** Letters of up to four bytes that 255 bytes hold. */
    private static final int SHORT = 63;

    private static final String NO_TRANSACTION = " runInTransaction=\"false\"";

    private final ChangeFile file;
    private final TypeProperties types;

    OnlineWriter(ChangeFile file, TypeProperties types) {
        this.file = file;
        this.types = types;
    }

    void write(Step step) {
        if (step instanceof Step.ChangeType s) {
            type(s);
        } else if (step instanceof Step.Require s) {
            require(s);
        } else if (step instanceof Step.Relax s) {
            relax(s);
        } else if (step instanceof Step.SetDefault s) {
            defaultValue(s);
        } else if (step instanceof Step.Fill s) {
            fill(s.table(), s.column(), s.key(), s.value());
        } else if (step instanceof Step.AddIndex s) {
            index(s);
        } else if (step instanceof Step.AddForeignKey s) {
            reference(s.table(), s.key());
        } else {
            throw new IllegalArgumentException("no way to write " + step.words());
        }
    }

    private void type(Step.ChangeType s) {
        String inPlace = growsInPlace(s.from(), s.to()) ? Elements.ALTERED_IN_PLACE : "";
        String waived = s.rewrites() ? KnownFindings.REWRITTEN : "";
        file.changeSet("", s.words() + waived, modify(s.table(), s.to()) + inPlace, modify(s.table(), s.from()));
    }

    /**
     * A text of MariaDB's that grows past 255 bytes is copied, and any other type too: then rule S10 is for the host.
     */
    private static boolean growsInPlace(ColumnShape from, ColumnShape to) {
        Matcher before = TEXT.matcher(from.type().mariadb());
        Matcher after = TEXT.matcher(to.type().mariadb());
        return before.matches()
                && after.matches()
                && (Integer.parseInt(before.group(1)) > SHORT || Integer.parseInt(after.group(1)) <= SHORT);
    }

    private String modify(String table, ColumnShape column) {
        return "<modifyDataType tableName=\"" + name(table) + "\" columnName=\"" + name(column.name())
                + "\" newDataType=\"" + types.word(column.type()) + "\"/>";
    }

    private void require(Step.Require s) {
        String column = s.column().name();
        if (s.fill() != null) {
            fill(s.table(), column, s.key(), Defaults.sql(s.fill()));
        }
        String check = Names.of("ck", s.table(), List.of(column, "set"));
        String alter = "alter table " + sql(s.table());
        String quoted = sql(column);
        String drop = alter + " drop constraint if exists " + check;
        requireElsewhere(s);
        file.changeSet(
                POSTGRES,
                s.words() + ", 1: for new rows",
                sqlChange(alter + " add constraint " + check + " check (" + quoted + " is not null) not valid"),
                sqlChange(drop));
        file.changeSet(
                POSTGRES,
                s.words() + ", 2: proven for old rows" + KnownFindings.PROVEN,
                sqlChange(alter + " validate constraint " + check),
                "");
        file.changeSet(
                POSTGRES,
                s.words() + ", 3: without a scan",
                sqlChange(alter + " alter column " + quoted + " set not null"),
                sqlChange(alter + " alter column " + quoted + " drop not null"));
        file.changeSet(POSTGRES, s.words() + ", 4: the check has served" + KnownFindings.SERVED, sqlChange(drop), "");
    }

    /** MariaDB says the whole column anew: a default that is not said again is gone. */
    private void requireElsewhere(Step.Require s) {
        String back = notNull("drop", s.table(), s.column());
        String value = s.column().defaultValue();
        file.changeSet(
                value == null ? OTHERS : H2,
                s.words(),
                notNull("add", s.table(), s.column()) + Elements.ALTERED_IN_PLACE,
                back);
        if (value != null) {
            String modify = "alter table " + sql(s.table()) + " modify "
                    + sql(s.column().name()) + " " + types.word(s.column().type()) + " default " + Defaults.sql(value)
                    + " not null, ALGORITHM=INPLACE, LOCK=NONE";
            file.changeSet(MARIADB, s.words(), sqlChange(modify.replace('"', '`')), back);
        }
    }

    private String notNull(String verb, String table, ColumnShape column) {
        return "<" + verb + "NotNullConstraint tableName=\"" + name(table) + "\" columnName=\"" + name(column.name())
                + "\" columnDataType=\"" + types.word(column.type()) + "\"/>";
    }

    /** The way back is empty on purpose: rows without a value may have come meanwhile, and nothing needs it gone. */
    private void relax(Step.Relax s) {
        file.changeSet(
                "",
                s.words() + KnownFindings.RELAXED,
                notNull("drop", s.table(), s.column()) + Elements.ALTERED_IN_PLACE,
                "");
    }

    private void defaultValue(Step.SetDefault s) {
        String value = types.value(s.column().name(), s.value());
        String target = " tableName=\"" + name(s.table()) + "\" columnName=\""
                + name(s.column().name()) + "\" columnDataType=\""
                + types.word(s.column().type()) + "\"";
        file.changeSet(
                "",
                s.words(),
                "<addDefaultValue" + target
                        + Defaults.attribute(value, s.column().type()) + "/>" + Elements.ALTERED_IN_PLACE,
                "<dropDefaultValue" + target + "/>");
    }

    private void fill(String table, String column, String key, String value) {
        file.changeSet(
                NO_TRANSACTION,
                "fill " + table + "." + column + " in batches" + KnownFindings.FILLED,
                "<customChange class=\"" + FillInBatches.class.getName() + "\">\n" + param("table", sql(table))
                        + param("column", sql(column)) + param("key", keys(key)) + param("value", value)
                        + "</customChange>",
                "");
    }

    private static String keys(String key) {
        return Arrays.stream(key.split(",")).map(Identifiers::sql).collect(Collectors.joining(", "));
    }

    private static String param(String name, String value) {
        return "    <param name=\"" + name + "\" value=\"" + Xml.attribute(value) + "\"/>\n";
    }

    private void index(Step.AddIndex s) {
        IndexShape index = s.index();
        String make = index.unique() ? Elements.unique(s.table(), index) : Elements.createIndex(s.table(), index);
        String back = index.unique() ? Elements.dropUnique(s.table(), index) : Elements.dropIndex(s.table(), index);
        if (s.fresh()) {
            fresh(s, make, back);
            return;
        }
        String inPlace = index.unique() ? Elements.ALTERED_IN_PLACE : Elements.BUILT_IN_PLACE;
        file.changeSet(OTHERS, s.words(), make + inPlace, back);
        file.changeSet(
                POSTGRES + NO_TRANSACTION,
                s.words() + ", built while the table is in use",
                sqlChange("create " + (index.unique() ? "unique " : "") + "index concurrently if not exists "
                        + index.name() + " on " + sql(s.table()) + " (" + list(index.columns()) + ")"),
                sqlChange("drop index concurrently if exists " + index.name()));
        if (index.unique()) {
            file.changeSet(
                    POSTGRES,
                    s.words() + ", from that index",
                    sqlChange("alter table " + sql(s.table()) + " add constraint " + index.name()
                            + " unique using index " + index.name()),
                    sqlChange("alter table " + sql(s.table()) + " drop constraint if exists " + index.name()));
        }
    }

    /**
     * On a table of the same file. H2 and MariaDB keep an index on which a reference stands: there it goes with its
     * table, and a next run finds it.
     */
    private void fresh(Step.AddIndex s, String make, String back) {
        if (s.index().unique()) {
            file.changeSet("", s.words(), make, back);
            return;
        }
        String unlessThere = "<preConditions onFail=\"MARK_RAN\">\n    <not><indexExists tableName=\"" + name(s.table())
                + "\" indexName=\"" + label(s.index().name()) + "\"/></not>\n</preConditions>\n<comment>" + s.words()
                + "</comment>\n";
        String away =
                "<sql dbms=\"postgresql\">drop index if exists " + s.index().name() + "</sql>";
        file.changeSet("", "", unlessThere + make, away);
    }

    private void reference(String table, ForeignKeyShape key) {
        String words = "reference " + table + key.columns() + " to " + key.target();
        file.changeSet(
                OTHERS,
                words,
                "<addForeignKeyConstraint constraintName=\"" + label(key.name()) + "\" baseTableName=\"" + name(table)
                        + "\" baseColumnNames=\"" + Elements.names(key.columns())
                        + "\"\n    referencedTableName=\"" + name(key.target())
                        + "\" referencedColumnNames=\"" + Elements.names(key.targetColumns()) + "\"/>",
                "<dropForeignKeyConstraint baseTableName=\"" + name(table) + "\" constraintName=\"" + label(key.name())
                        + "\"/>");
        String alter = "alter table " + sql(table);
        file.changeSet(
                POSTGRES,
                words + ", 1: for new rows",
                sqlChange(alter + " add constraint " + key.name() + " foreign key (" + list(key.columns())
                        + ") references " + sql(key.target()) + " (" + list(key.targetColumns()) + ") not valid"),
                sqlChange(alter + " drop constraint if exists " + key.name()));
        file.changeSet(
                POSTGRES,
                words + ", 2: proven for old rows" + KnownFindings.PROVEN,
                sqlChange(alter + " validate constraint " + key.name()),
                "");
    }

    private static String sqlChange(String statement) {
        return "<sql>" + Xml.text(statement) + "</sql>";
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifiers::sql).collect(Collectors.joining(", "));
    }
}
