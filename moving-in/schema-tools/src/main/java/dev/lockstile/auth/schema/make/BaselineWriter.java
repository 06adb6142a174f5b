package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.changelog.BaselineWords;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.BaselineStep;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables of another application as they were found. The kind of database that they were found on makes them
 * by its own statements; the other kinds get the same columns, keys and indexes in words of their own.
 */
final class BaselineWriter {

    private final ChangeFile file;
    private final TypeProperties types;

    BaselineWriter(ChangeFile file, TypeProperties types) {
        this.file = file;
        this.types = types;
    }

    /** Where the table is there, the change sets count as run. */
    void table(BaselineStep.Table s) {
        file.changeSet(elsewhere(s.dbms()), "", head(s, List.of()) + inWords(s), "");
        file.changeSet(" dbms=\"" + s.dbms() + "\"", "", head(s, s.table().columns()) + sql(s.definition()), "");
    }

    /** {@code told}: the columns that no element of the change set names. */
    private static String head(BaselineStep.Table s, List<ColumnShape> told) {
        return "<preConditions onFail=\"MARK_RAN\">\n    <not><tableExists tableName=\""
                + NameMarks.name(s.table().name()) + "\"/></not>\n</preConditions>\n<comment>"
                + Xml.text(s.words()
                        + BaselineWords.PLACE
                        + s.place()
                        + BaselineWords.listed(BaselineWords.BESIDE, new TreeSet<>(s.beside()))
                        + BaselineWords.listed(
                                BaselineWords.COLUMNS,
                                told.stream().map(ColumnShape::name).toList())
                        + KnownFindings.FOUND)
                + "</comment>\n";
    }

    private static String elsewhere(String dbms) {
        return Stream.of(dbms.split(",")).collect(Collectors.joining(",!", " dbms=\"!", "\""));
    }

    private static String sql(String statement) {
        return "<sql splitStatements=\"false\">" + ChangeFile.raw(Xml.text(statement)) + "</sql>";
    }

    private String inWords(BaselineStep.Table s) {
        TableShape table = s.table()
                .withColumns(s.table().columns().stream()
                        .map(column -> withDefault(column, s.defaults().get(column.name())))
                        .toList());
        StringBuilder changes = new StringBuilder(Elements.createTable(table, types));
        for (IndexShape index : table.indexes()) {
            if (!index.unique()) {
                changes.append('\n').append(Elements.createIndex(table.name(), index));
            } else if (index.columns().size() > 1) {
                changes.append('\n').append(Elements.unique(table.name(), index));
            }
        }
        return changes.toString();
    }

    /** One that the database computes has none. */
    private ColumnShape withDefault(ColumnShape column, @Nullable SqlType value) {
        return value == null || value.h2().startsWith(ColumnShape.GENERATED)
                ? column
                : column.withDefault(types.value(column.name(), value));
    }

    /** Where the sequence is there, the change set counts as run. */
    void sequence(BaselineStep.Sequence s) {
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

    /** Where the column is there, the change sets count as run. */
    void column(BaselineStep.Column s) {
        String head = "<preConditions onFail=\"MARK_RAN\">\n    <not><columnExists tableName=\""
                + NameMarks.name(s.table()) + "\" columnName=\""
                + NameMarks.name(s.column().name()) + "\"/></not>\n</preConditions>\n<comment>"
                + Xml.text(s.words() + KnownFindings.FOUND) + "</comment>\n";
        boolean isExact = !s.definition().isEmpty();
        file.changeSet(
                isExact ? elsewhere(s.dbms()) : "",
                "",
                head + Elements.addColumn(s.table(), withDefault(s.column(), s.defaultValue()), types),
                "");
        if (isExact) {
            file.changeSet(" dbms=\"" + s.dbms() + "\"", "", head + sql(s.definition()), "");
        }
    }

    private static String sql(List<String> statements) {
        return statements.stream().map(BaselineWriter::sql).collect(Collectors.joining("\n"));
    }
}
