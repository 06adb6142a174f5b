package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.mapping.UserBuilder;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A known system whose people are the rows of one table. */
final class SystemPreset extends Preset {

    private final String name;
    private final SystemTable table;
    private final List<String> uncopied;
    private final ImportHints hints;
    private final UnaryOperator<PersonBuilder> mapping;
    private final Function<Reading, SystemFactors> factors;
    private final Set<FactorWord> words;

    /**
     * @param uncopied tables whose rows are counted and not copied, where there are such
     * @param hints how it stores passwords
     * @param mapping fills in a person; called once per row and pass
     */
    SystemPreset(
            String name,
            SystemTable table,
            List<String> uncopied,
            ImportHints hints,
            UnaryOperator<PersonBuilder> mapping) {
        this(name, table, uncopied, hints, mapping, reading -> SystemFactors.NONE, Set.of());
    }

    private SystemPreset(
            String name,
            SystemTable table,
            List<String> uncopied,
            ImportHints hints,
            UnaryOperator<PersonBuilder> mapping,
            Function<Reading, SystemFactors> factors,
            Set<FactorWord> words) {
        this.name = name;
        this.table = table;
        this.uncopied = uncopied;
        this.hints = hints;
        this.mapping = mapping;
        this.factors = factors;
        this.words = words;
    }

    /** The same system with second factors in tables of its own. */
    SystemPreset with(SystemFactors kept) {
        return new SystemPreset(name, table, uncopied, hints, mapping, reading -> kept, Set.of());
    }

    /** The same system with second factors of which some need words of the mover. */
    SystemPreset with(Set<FactorWord> read, Function<Reading, SystemFactors> kept) {
        return new SystemPreset(name, table, uncopied, hints, mapping, kept, read);
    }

    @Override
    Set<FactorWord> factorWords() {
        return words;
    }

    @Override
    public String name() {
        return name;
    }

    /** The same system with a prefix before the table's name; null for the usual one. */
    SystemPreset prefixed(@Nullable String prefix) {
        return prefix == null
                ? this
                : new SystemPreset(name, table.prefixed(prefix), uncopied, hints, mapping, factors, words);
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        SystemFactors kept = factors.apply(reading);
        String chosen = reading.options().realm();
        List<String> likely = Realm.likely(chosen, reading.options().columns());
        List<String> read =
                Stream.concat(kept.columns().stream(), likely.stream()).toList();
        SystemTable.Found found = table.reading(read).in(source);
        Realm realm = Realm.in(source, found.table(), chosen, likely);
        if (source.isWhole()) {
            kept.sealed(source, found.table()).ifPresent(secrets -> secrets.requireOpened(source));
        }
        PeopleTable rows =
                new RowPeople(source, found.table(), Entity.USERS, row -> draft(row, reading, realm, kept.columns()));
        return people(source, found, rows, kept);
    }

    /** The person of a row; one of another realm is left out. */
    UserDraft draft(SourceRow row, Reading reading, Realm realm) {
        return draft(row, reading, realm, List.of());
    }

    private UserDraft draft(SourceRow row, Reading reading, Realm realm, List<String> readWithFactors) {
        return UserBuilder.draft(row, reading, person -> {
            readWithFactors.forEach(person.row()::cell);
            PersonBuilder mapped = mapping.apply(person);
            return realm.holds(row) ? mapped : mapped.skip("other_realm", String.valueOf(realm.column()));
        });
    }

    /** What the system tells besides its people. */
    PersonSource people(Source source, SystemTable.Found found, PeopleTable people, Reading reading) {
        return people(source, found, people, factors.apply(reading));
    }

    private PersonSource people(Source source, SystemTable.Found found, PeopleTable people, SystemFactors kept) {
        return new SystemFactorPeople(known(source, found, people), kept, source, found.table());
    }

    private PersonSource known(Source source, SystemTable.Found found, PeopleTable people) {
        return new PersonSource() {
            @Override
            public List<PeopleTable> tables() {
                return List.of(people);
            }

            @Override
            public List<UncopiedRows> uncopied() {
                return source.tables().stream()
                        .filter(name -> uncopied.stream().anyMatch(name::equalsIgnoreCase))
                        .map(name ->
                                new UncopiedRows(name.toLowerCase(Locale.ROOT), source.count(name), "not_imported"))
                        .toList();
            }

            @Override
            public Map<String, List<String>> columnsNotCarried() {
                return found.notRead().isEmpty()
                        ? Map.of()
                        : Map.of(found.table().name(), found.notRead());
            }

            @Override
            public ImportHints passwordHints() {
                return hints;
            }
        };
    }
}
