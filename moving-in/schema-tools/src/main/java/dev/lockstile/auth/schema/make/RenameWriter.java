package dev.lockstile.auth.schema.make;

import static dev.lockstile.auth.schema.database.Identifiers.sql;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.step.Step;

/**
 * Writes renames so that the release before goes on reading and writing: a column is copied and kept equal until the
 * old one is dropped, a table leaves a view behind. H2, which is no database of two releases, gets no triggers and no
 * view.
 */
final class RenameWriter {

    private static final String MARIADB = " dbms=\"mariadb,mysql\"";
    private static final String VIEW =
            "; lint-waive: S13 a view has the old name, by which the release before reads and"
                    + " writes, until it is dropped";

    private final ChangeFile file;
    private final TypeProperties types;
    private final OnlineWriter online;

    RenameWriter(ChangeFile file, TypeProperties types, OnlineWriter online) {
        this.file = file;
        this.types = types;
        this.online = online;
    }

    void column(Step.RenameColumn s) {
        if (s.isKey()) {
            inPlace(s);
            return;
        }
        ColumnShape old = s.column();
        file.changeSet(
                "",
                s.words() + ", 1: beside it",
                Elements.addColumn(s.table(), s.to(), types) + Elements.ALTERED_IN_PLACE,
                Elements.dropColumn(s.table(), s.to().name()));
        if (!old.nullable()) {
            online.write(new Step.Relax(s.table(), old.nullable(true)));
        }
        new CopyTriggers(file).create(s);
        online.write(new Step.Fill(s.table(), s.to().name(), s.key(), sql(old.name())));
    }

    /** No second column can stand beside a key. */
    private void inPlace(Step.RenameColumn s) {
        String type = types.word(s.column().type());
        file.changeSet(
                " labels=\"contract\"",
                s.words(),
                Elements.renameColumn(s.table(), s.column().name(), s.to().name(), type),
                Elements.renameColumn(s.table(), s.to().name(), s.column().name(), type));
    }

    void table(Step.RenameTable s) {
        String view = "<createView viewName=\"" + NameMarks.name(s.table()) + "\">select * from "
                + Xml.text(sql(s.to())) + "</createView>";
        String away = "<dropView viewName=\"" + NameMarks.name(s.table()) + "\"/>";
        file.changeSet(
                " dbms=\"postgresql\"",
                s.words() + VIEW,
                rename(s.table(), s.to()) + "\n" + view,
                away + "\n" + rename(s.to(), s.table()));
        file.changeSet(" dbms=\"h2\"", s.words(), rename(s.table(), s.to()), rename(s.to(), s.table()));
        file.changeSet(MARIADB, s.words() + VIEW, renameThere(s.table(), s.to()), renameThere(s.to(), s.table()));
        file.changeSet(MARIADB, "a view of the name " + s.table(), view, away);
    }

    private static String rename(String from, String to) {
        return "<renameTable oldTableName=\"" + NameMarks.name(from) + "\" newTableName=\"" + NameMarks.name(to)
                + "\"/>";
    }

    private static String renameThere(String from, String to) {
        return "<sql>rename table " + Xml.text(sql(from, "`")) + " to " + Xml.text(sql(to, "`")) + "</sql>";
    }
}
