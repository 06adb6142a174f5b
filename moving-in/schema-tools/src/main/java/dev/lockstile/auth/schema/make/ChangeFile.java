package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.step.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A change file: one statement per change set, so that none is left half done by a database that commits them one by
 * one, and each with its way back. The logical path is written down, so that the file may move.
 */
final class ChangeFile {

    /** With a place for the logical path. */
    static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                           xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                           logicalFilePath="%s">

        """;

    private static final char LINE_END = '\uE003';

    private final String path;
    private final String number;
    private final TypeProperties types = new TypeProperties();
    private final NameMarks names = new NameMarks();
    private final StringBuilder body = new StringBuilder();
    private final Set<String> inherited;
    private final Agreement agreement;
    private int count;

    /** With the columns that come from our superclasses, as {@code table.column}. */
    ChangeFile(String path, String number, Set<String> inherited, Agreement agreement) {
        this.agreement = agreement;
        this.path = path;
        this.number = number;
        this.inherited = inherited;
    }

    /** The text of a file of that path with these steps, whose new columns come all from our superclasses. */
    static String text(String path, String number, List<Step> steps) {
        Set<String> inherited = new HashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.AddColumn s) {
                inherited.add(s.table() + "." + s.column().name());
            } else if (step instanceof Step.CreateTable s) {
                s.table().columns().forEach(c -> inherited.add(s.table().name() + "." + c.name()));
            }
        }
        return new ChangeFile(path, number, inherited, new Agreement(number, "takeover")).write(steps);
    }

    String write(List<Step> steps) {
        StepWriter writer = new StepWriter(this, types, new KnownFindings(inherited), agreement);
        steps.forEach(writer::write);
        return HEAD.formatted(path)
                + types.head()
                + names.head()
                + body.toString().replace(LINE_END, '\n')
                + "</databaseChangeLog>\n";
    }

    /** A text whose lines are not indented: a line end may stand inside of a literal. */
    static String raw(String text) {
        return text.replace('\n', LINE_END);
    }

    /**
     * One change set; {@code attributes} as they stand in its tag, {@code changes} and {@code back} without indent,
     * with marked names.
     */
    void changeSet(String attributes, String comment, String changes, String back) {
        if (count > 0) {
            body.append('\n');
        }
        count++;
        body.append("    <changeSet id=\"").append(number).append('-').append(count);
        boolean quoted = NameMarks.isQuoted(changes + back);
        body.append("\" author=\"makemigrations\"").append(attributes).append(quoted ? NameMarks.QUOTED : "");
        body.append(">\n");
        if (!comment.isEmpty()) {
            body.append("        <comment>").append(Xml.text(comment)).append("</comment>\n");
        }
        int modified = changes.indexOf("\n<modifySql ");
        body.append(indented(names.write(modified < 0 ? changes : changes.substring(0, modified), quoted), 8));
        if (back.isEmpty()) {
            body.append("        <rollback/>\n");
        } else {
            body.append("        <rollback>\n")
                    .append(indented(names.write(back, quoted), 12))
                    .append("        </rollback>\n");
        }
        if (modified >= 0) {
            body.append(indented(changes.substring(modified), 8));
        }
        body.append("    </changeSet>\n");
    }

    private static String indented(String text, int spaces) {
        return text.strip().indent(spaces);
    }
}
