package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A preset with second factors that stand in further tables of the source. */
final class FactorPreset extends ForwardingPreset {

    private final List<FactorMapping> mappings;

    FactorPreset(Preset preset, List<FactorMapping> mappings) {
        super(preset);
        this.mappings = mappings;
    }

    @Override
    public Preset withFactors(FactorMapping... others) {
        return preset.withFactors(others);
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        return over(preset.open(source, reading), source, reading, mappings);
    }

    /** With no mapping at all the second factors stay behind, those in the rows of their owners too. */
    static PersonSource over(PersonSource people, Source source, Reading reading, List<FactorMapping> mappings) {
        if (mappings.isEmpty()) {
            return new UnsecuredPeople(people);
        }
        List<FactorSource> factors = mappings.stream()
                .flatMap(mapping -> mapping.open(source, reading.now()).stream())
                .toList();
        return factors.isEmpty() ? people : new SecuredPeople(people, factors);
    }

    private record SecuredPeople(PersonSource people, List<FactorSource> factors) implements ForwardingPeople {

        @Override
        public List<PeopleTable> tables() {
            List<PeopleTable> tables = people.tables();
            return Stream.concat(
                            Stream.of(new SecuredTable(tables.get(0), factors)),
                            tables.stream().skip(1))
                    .toList();
        }

        @Override
        public List<Entity> ownedRows() {
            List<Entity> all = new ArrayList<>(people.ownedRows());
            factors.stream()
                    .flatMap(source -> source.entities().stream())
                    .distinct()
                    .filter(entity -> !all.contains(entity))
                    .forEach(all::add);
            return all;
        }
    }

    private record UnsecuredPeople(PersonSource people) implements ForwardingPeople {

        @Override
        public List<PeopleTable> tables() {
            return people.tables().stream()
                    .map(table -> (PeopleTable) new UnsecuredTable(table))
                    .toList();
        }
    }

    private record UnsecuredTable(PeopleTable table) implements ForwardingPeople.Table {

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            return table.persons(users).stream()
                    .map(person -> person.withFactors(List.of()))
                    .toList();
        }
    }

    private record SecuredTable(PeopleTable table, List<FactorSource> factors) implements ForwardingPeople.Table {

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            List<Object> keys = users.stream().map(user -> user.origin().key()).toList();
            List<PersonDraft> persons = table.persons(users);
            for (FactorSource source : factors) {
                Map<String, List<FactorDraft>> found = source.of(keys);
                persons =
                        persons.stream().map(person -> person.addFactors(found)).toList();
            }
            return persons;
        }
    }
}
