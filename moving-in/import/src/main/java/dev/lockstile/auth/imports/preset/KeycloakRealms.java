package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Realms of Keycloak. Each installation has the realm {@code master} beside those of applications; its people are the
 * administrators of Keycloak (Server Administration Guide, "The master realm") and no users of an application.
 */
final class KeycloakRealms {

    private static final String MASTER = "master";
    private static final int MOST = 10_000;

    private final Source source;
    private final SourceTable people;
    private final Optional<String> column;

    KeycloakRealms(Source source, SourceTable people) {
        this.source = source;
        this.people = people;
        this.column =
                people.columns().stream().filter("realm_id"::equalsIgnoreCase).findFirst();
    }

    /**
     * The realm that is read.
     *
     * @param chosen its name or id; null where one beside {@code master} has people
     * @throws SourceUnusableException when there are several and none is named, and for one that is not there or is
     *     {@code master}
     */
    Realm find(@Nullable String chosen) {
        if (column.isEmpty()) {
            return new Realm(null, Set.of());
        }
        Map<String, String> realms = byId(chosen);
        return new Realm(column.get(), chosen == null ? single(realms) : named(realms, chosen));
    }

    /** The id of the realm of that name; without such a one, of that id. */
    private Set<String> named(Map<String, String> realms, String chosen) {
        if (MASTER.equals(chosen) || MASTER.equals(realms.get(chosen))) {
            throw new SourceUnusableException(
                    "the people of realm master administer Keycloak itself and are no users of"
                            + " an application; if yours are in it, move them to a realm of their own first");
        }
        Set<String> ids = realms.entrySet().stream()
                .filter(realm -> realm.getValue().equals(chosen))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (ids.isEmpty() && realms.containsKey(chosen)) {
            return Set.of(chosen);
        }
        if (ids.isEmpty()) {
            throw new SourceUnusableException("there is no realm " + chosen + " in " + source.description()
                    + "; there are " + applications(realms));
        }
        return ids;
    }

    /** The ids of the one realm beside {@code master}; none where no realm is known. */
    private Set<String> single(Map<String, String> realms) {
        List<String> names = applications(realms);
        if (names.size() > 1) {
            throw Realm.several(source.description(), names, "");
        }
        if (names.isEmpty() && realms.containsValue(MASTER)) {
            throw new SourceUnusableException("the only realm with people in " + source.description()
                    + " is master, whose people administer Keycloak itself and are no users of an application");
        }
        return realms.entrySet().stream()
                .filter(realm -> !realm.getValue().equals(MASTER))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> applications(Map<String, String> realms) {
        return realms.values().stream()
                .filter(name -> !name.equals(MASTER))
                .sorted()
                .toList();
    }

    /** Names by id: as the table of realms has them, or the ids of people where there is no such table. */
    private Map<String, String> byId(@Nullable String chosen) {
        Optional<SourceTable> table = FactorTables.in(source).find("realm");
        Map<String, String> names = new LinkedHashMap<>();
        if (table.isPresent()) {
            rows(table.get(), chosen).forEach(row -> names.put(String.valueOf(row.cell("id")), name(row)));
            if (chosen == null) {
                names.keySet().retainAll(Realm.values(source, people, column.orElseThrow()));
            }
        } else if (source.isWhole()) {
            Realm.values(source, people, column.orElseThrow()).forEach(id -> names.put(id, id));
        } else if (chosen != null) {
            names.put(chosen, chosen);
        }
        return names;
    }

    /** A source for the look-up of few people gives no whole table, so there the realm is asked for by its name. */
    private List<SourceRow> rows(SourceTable table, @Nullable String chosen) {
        if (source.isWhole()) {
            return source.page(table, null, MOST);
        }
        if (chosen == null) {
            throw new SourceUnusableException("name the realm whose people are looked up in " + source.description()
                    + ": ImportOptions.withRealm");
        }
        List<SourceRow> named = source.matching(table, FactorTables.spelled(table.columns(), "name"), List.of(chosen));
        return named.isEmpty()
                ? source.matching(table, FactorTables.spelled(table.columns(), "id"), List.of(chosen))
                : named;
    }

    private static String name(SourceRow row) {
        Object name = row.cell("name");
        return String.valueOf(name == null ? row.cell("id") : name);
    }
}
