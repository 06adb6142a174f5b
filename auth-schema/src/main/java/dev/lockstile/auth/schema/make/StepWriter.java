package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.changelog.BaselineWords;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes each step as one change set, or as several where a live table wants it. */
final class StepWriter {

    private final ChangeFile file;
    private final TypeProperties types;
    private final OnlineWriter online;
    private final KnownFindings known;

    StepWriter(ChangeFile file, TypeProperties types, KnownFindings known) {
        this.file = file;
        this.types = types;
        this.online = new OnlineWriter(file, types);
        this.known = known;
    }

    void write(Step step) {
        if (step instanceof Step.CreateSequence s) {
            sequence(s.sequence(), s.words());
        } else if (step instanceof Step.CreateTable s) {
            table(s.table(), s.words());
        } else if (step instanceof Step.AddColumn s) {
            column(s);
        } else if (step instanceof Step.DropColumn || step instanceof Step.DropTable) {
            drop(step);
        } else if (step instanceof Step.RenameColumn || step instanceof Step.RenameTable) {
            rename(step);
        } else if (step instanceof Step.Baseline s) {
            baseline(s);
        } else if (step instanceof Step.BaselineColumn s) {
            baselineColumn(s);
        } else if (step instanceof Step.BaselineSequence s) {
            baselineSequence(s);
        } else {
            online.write(step);
        }
    }

    /** Where the table is there, the change set counts as run. */
    private void baseline(Step.Baseline s) {
        TableShape table = s.table()
                .withColumns(s.table().columns().stream()
                        .map(column -> withDefault(column, s.defaults().get(column.name())))
                        .toList());
        GeneratedColumns generated = GeneratedColumns.of(s);
        StringBuilder changes = new StringBuilder(
                        "<preConditions onFail=\"MARK_RAN\">\n    <not><tableExists tableName=\"")
                .append(NameMarks.name(table.name()))
                .append("\"/></not>\n</preConditions>\n<comment>")
                .append(Xml.text(s.words() + BaselineWords.PLACE + s.place() + beside(s) + KnownFindings.FOUND))
                .append("</comment>\n")
                .append(Elements.createTable(generated.without(table), types))
                .append(generated.changes());
        for (IndexShape index : table.indexes()) {
            if (!index.unique()) {
                changes.append('\n').append(Elements.createIndex(table.name(), index));
            } else if (index.columns().size() > 1 || generated.has(index)) {
                changes.append('\n').append(Elements.unique(table.name(), index));
            }
        }
        file.changeSet("", "", changes.toString(), "");
    }

    /** One that the database computes has none. */
    private ColumnShape withDefault(ColumnShape column, @Nullable SqlType value) {
        return value == null || GeneratedColumns.is(value)
                ? column
                : column.withDefault(types.value(column.name(), value));
    }

    private static String beside(Step.Baseline s) {
        return s.beside().isEmpty()
                ? ""
                : BaselineWords.BESIDE
                        + String.join(BaselineWords.NEXT, new TreeSet<>(s.beside()))
                        + BaselineWords.NEXT;
    }

    /** Where the sequence is there, the change set counts as run. */
    private void baselineSequence(Step.BaselineSequence s) {
        SequenceShape sequence = s.sequence();
        file.changeSet(
                "",
                "",
                "<preConditions onFail=\"MARK_RAN\">\n    <not><sequenceExists sequenceName=\"" + sequence.name()
                        + "\"/></not>\n</preConditions>\n<comment>" + Xml.text(s.words() + KnownFindings.FOUND)
                        + "</comment>\n<createSequence sequenceName=\"" + sequence.name() + "\" startValue=\""
                        + sequence.start() + "\" incrementBy=\"" + sequence.increment() + "\"/>",
                "");
    }

    /** Where the column is there, the change set counts as run. */
    private void baselineColumn(Step.BaselineColumn s) {
        String name = s.column().name();
        ColumnShape column = withDefault(s.column(), s.defaultValue());
        file.changeSet(
                "",
                "",
                "<preConditions onFail=\"MARK_RAN\">\n    <not><columnExists tableName=\"" + NameMarks.name(s.table())
                        + "\" columnName=\"" + NameMarks.name(name) + "\"/></not>\n</preConditions>\n<comment>"
                        + Xml.text(s.words() + KnownFindings.FOUND) + "</comment>\n"
                        + Elements.addColumn(s.table(), column, types),
                "");
    }

    /** MariaDB tells upper from lower case in the name; the others do not, and take it in lower case. */
    private void sequence(SequenceShape s, String words) {
        if (s.spelling().equals(s.name())) {
            sequence(s, s.name(), words, "postgresql,h2,mariadb");
        } else {
            sequence(s, s.name(), words, "postgresql,h2");
            sequence(s, s.spelling(), words, "mariadb");
        }
    }

    private void sequence(SequenceShape s, String name, String words, String databases) {
        file.changeSet(
                " dbms=\"" + databases + "\"",
                words,
                "<createSequence sequenceName=\"" + name + "\" startValue=\"" + s.start() + "\" incrementBy=\""
                        + s.increment() + "\"/>",
                "<dropSequence sequenceName=\"" + name + "\"/>");
    }

    private void table(TableShape table, String words) {
        file.changeSet(
                "",
                words + known.of(table.name(), table.columns()),
                Elements.createTable(table, types),
                Elements.dropTable(table.name()));
    }

    private void column(Step.AddColumn s) {
        file.changeSet(
                "",
                s.words() + known.of(s.table(), List.of(s.column())),
                Elements.addColumn(s.table(), s.column(), types) + Elements.ALTERED_IN_PLACE,
                Elements.dropColumn(s.table(), s.column().name()));
    }

    /** A column comes back empty, and may be null then; a table comes back without its rows. */
    private void drop(Step step) {
        if (step instanceof Step.DropColumn s) {
            ColumnShape empty = s.column().nullable(true);
            file.changeSet(
                    " labels=\"contract\"",
                    s.words(),
                    Elements.dropColumn(s.table(), s.column().name()),
                    Elements.addColumn(s.table(), empty, types));
        } else if (step instanceof Step.DropTable s) {
            file.changeSet(
                    " labels=\"contract\"",
                    s.words(),
                    Elements.dropTable(s.table().name()),
                    Elements.createTable(s.table(), types));
        }
    }

    private void rename(Step step) {
        if (step instanceof Step.RenameTable s) {
            file.changeSet(
                    " labels=\"contract\"", s.words(), renameTable(s.table(), s.to()), renameTable(s.to(), s.table()));
        } else if (step instanceof Step.RenameColumn s) {
            String type = types.word(s.column().type());
            file.changeSet(
                    " labels=\"contract\"",
                    s.words(),
                    Elements.renameColumn(s.table(), s.column().name(), s.to(), type),
                    Elements.renameColumn(s.table(), s.to(), s.column().name(), type));
        }
    }

    private static String renameTable(String from, String to) {
        return "<renameTable oldTableName=\"" + NameMarks.name(from) + "\" newTableName=\"" + NameMarks.name(to)
                + "\"/>";
    }
}
