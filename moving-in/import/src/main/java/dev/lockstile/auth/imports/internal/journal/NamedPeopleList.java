package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.NamedPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The people to be listed by name, of a batch or a run, by kind. All are counted. */
final class NamedPeopleList {

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<NamedPerson>> first = new TreeMap<>();

    void add(NamedPerson person) {
        counts.merge(person.kind(), 1L, Long::sum);
        List<NamedPerson> held = first.computeIfAbsent(person.kind(), any -> new ArrayList<>());
        held.add(person);
    }

    /** Adds a person; beyond a bound for each kind the person is only counted. */
    void addBounded(NamedPerson person) {
        if (first.getOrDefault(person.kind(), List.of()).size() < ImportReport.NamedPeople.MOST) {
            add(person);
        } else {
            counts.merge(person.kind(), 1L, Long::sum);
        }
    }

    List<NamedPerson> all() {
        return first.values().stream().flatMap(List::stream).toList();
    }

    Map<String, ImportReport.NamedPeople> byKind() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        kind -> new ImportReport.NamedPeople(
                                kind.getValue(), first.getOrDefault(kind.getKey(), List.of()))));
    }
}
