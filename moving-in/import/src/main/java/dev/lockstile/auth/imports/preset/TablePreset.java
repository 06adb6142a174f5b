package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.mapping.UserBuilder;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.NameColumns;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.function.UnaryOperator;

/** A preset defined by the host: one table, collection or file of users, and the meaning of its columns. */
public final class TablePreset extends Preset {

    private final String name;
    private final String table;
    private final ImportHints hints;
    private final UnaryOperator<PersonBuilder> mapping;
    private final NameColumns sought;

    private TablePreset(
            String name, String table, ImportHints hints, UnaryOperator<PersonBuilder> mapping, NameColumns sought) {
        this.name = name;
        this.table = table;
        this.hints = hints;
        this.mapping = mapping;
        this.sought = sought;
    }

    /**
     * {@return a preset for one table of users}
     *
     * @param name the source system's name in the ledger
     * @param table the table of users; its key is the column {@code id}, or {@code _id} in a collection
     * @param hints how the source system stored passwords
     * @param mapping fills in and returns the user; called once per row and pass, so it must be deterministic
     */
    public static TablePreset of(String name, String table, ImportHints hints, UnaryOperator<PersonBuilder> mapping) {
        return new TablePreset(name, table, hints, mapping, NameColumns.USUAL);
    }

    /**
     * {@return a copy whose users just-in-time migration looks up by these columns instead of the usual ones}
     *
     * @param columns from which the mapping reads identifiers
     */
    public TablePreset soughtBy(NameColumns columns) {
        return new TablePreset(name, table, hints, mapping, columns);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    boolean isMapped() {
        return true;
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        Realm.requireNone(reading.options().realm(), name());
        String there = source.tables().stream()
                .filter(candidate -> candidate.equalsIgnoreCase(table))
                .findFirst()
                .orElseThrow(() ->
                        new SourceUnusableException("there is no table " + table + " in " + source.description()));
        List<String> columns = source.columns(there);
        String key = columns.stream()
                .filter(column -> column.equalsIgnoreCase("id"))
                .findFirst()
                .orElse("_id");
        if (!source.isWhole() && !columns.isEmpty() && !sought.areIn(columns)) {
            throw new SourceUnusableException(
                    "table " + there + " of " + source.description() + " has none of the columns "
                            + sought.names() + sought.numbers() + " by which one person is looked up: name its own with"
                            + " TablePreset.soughtBy");
        }
        PeopleTable people = new RowPeople(
                source,
                new SourceTable(there, key, columns, sought),
                Entity.USERS,
                row -> UserBuilder.draft(row, reading, mapping));
        return new PersonSource() {
            @Override
            public List<PeopleTable> tables() {
                return List.of(people);
            }

            @Override
            public ImportHints passwordHints() {
                return hints;
            }
        };
    }
}
