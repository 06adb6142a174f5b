package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.BaselineStep;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;

/** Writes each step as one change set, or as several where a live table wants it. */
final class StepWriter {

    private final ChangeFile file;
    private final TypeProperties types;
    private final OnlineWriter online;
    private final KnownFindings known;
    private final BaselineWriter baseline;
    private final RenameWriter renames;
    private final Agreement agreement;

    StepWriter(ChangeFile file, TypeProperties types, KnownFindings known, Agreement agreement) {
        this.file = file;
        this.types = types;
        this.online = new OnlineWriter(file, types);
        this.known = known;
        this.baseline = new BaselineWriter(file, types);
        this.renames = new RenameWriter(file, types, online);
        this.agreement = agreement;
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
        } else if (step instanceof Step.RenameColumn s) {
            renames.column(s);
        } else if (step instanceof Step.RenameTable s) {
            renames.table(s);
        } else if (step instanceof BaselineStep.Table s) {
            baseline.table(s);
        } else if (step instanceof BaselineStep.Column s) {
            baseline.column(s);
        } else if (step instanceof BaselineStep.Sequence s) {
            baseline.sequence(s);
        } else {
            online.write(step);
        }
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
            if (s.copied()) {
                new CopyTriggers(file).drop(s, agreement.words());
            }
            file.changeSet(
                    " labels=\"contract\"",
                    s.words() + agreement.words(),
                    Elements.dropColumn(s.table(), s.column().name()) + Elements.ALTERED_IN_PLACE,
                    Elements.addColumn(s.table(), empty, types));
        } else if (step instanceof Step.DropTable s) {
            file.changeSet(
                    " labels=\"contract\"",
                    s.words() + agreement.words(),
                    Elements.dropTable(s.table().name()),
                    Elements.createTable(s.table(), types));
        }
    }
}
