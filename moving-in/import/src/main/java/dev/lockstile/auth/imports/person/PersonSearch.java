package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.PeopleLookup;
import dev.lockstile.auth.model.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds one person among the rows of a narrow source, and resolves identifier conflicts by the rules of an import. */
final class PersonSearch {

    private static final int MOST = PeopleLookup.MOST;

    private final List<Row> rows = new ArrayList<>();
    private final SecondRowRules secondRowRules;
    private final PersonSource people;

    private record Row(PeopleTable table, UserDraft user) {}

    /**
     * @throws PeopleLookup.TooLargeException when a table has more rows than are read, since the person's own row may
     *     be missing
     */
    PersonSearch(PersonSource people, DuplicatePolicy policy) {
        this.people = people;
        for (PeopleTable table : people.tables()) {
            List<UserDraft> users = table.users(null, MOST + 1);
            if (users.size() > MOST) {
                throw new PeopleLookup.TooLargeException(
                        "more than " + MOST + " rows of " + table.entity().text());
            }
            users.forEach(user -> rows.add(new Row(table, user)));
        }
        try (IdentifierConflicts conflicts = new IdentifierConflicts(policy, people.provesChanges())) {
            rows.forEach(row -> conflicts.enter(row.user()));
            conflicts.count();
            secondRowRules = new SecondRowRules(conflicts, policy);
        }
    }

    /** Returns every sign-in name in these rows. */
    List<Identifier> names() {
        return rows.stream()
                .flatMap(row -> row.user().identifiers().stream())
                .filter(WantedIdentifier::isSignInName)
                .map(WantedIdentifier::identifier)
                .distinct()
                .toList();
    }

    /** Returns the owner of the first of these identifiers that a row has. */
    Optional<SourcePerson> owner(List<Identifier> wanted) {
        return wanted.stream()
                .flatMap(name -> ownerOf(name).stream())
                .findFirst()
                .map(this::person);
    }

    /** Returns the account that a row becomes, or is merged into. */
    Optional<SourcePerson> row(String entity, String legacyId) {
        return rows.stream()
                .filter(row -> row.table().entity().text().equals(entity))
                .filter(row -> row.user().origin().legacyId().equals(legacyId))
                .findFirst()
                .map(this::person);
    }

    private Optional<Row> ownerOf(Identifier name) {
        return rows.stream()
                .filter(row -> row.user().refusal() == null && row.user().isLive())
                .filter(row -> owns(row.user(), name))
                .findFirst();
    }

    private boolean owns(UserDraft user, Identifier name) {
        return user.identifiers().stream()
                .filter(WantedIdentifier::isSignInName)
                .filter(own -> own.identifier().kind() == name.kind()
                        && own.identifier().key().equals(name.key()))
                .anyMatch(own -> secondRowRules.conflicts().goesTo(user, own));
    }

    private SourcePerson person(Row found) {
        Row main = mainOf(found);
        boolean hasProfiles = people.ownedRows().contains(Entity.PROFILES);
        List<PersonDraft> secondRows = rows.stream()
                .filter(row -> row != main && mainOf(row) == main)
                .map(PersonSearch::whole)
                .toList();
        return new SourcePerson(
                whole(main),
                secondRows,
                new SourcePerson.ImportContext(secondRowRules, people.passwordHints(), hasProfiles));
    }

    /**
     * Returns the account of the person that a row belongs to: for a row of a second table the one with one of its
     * identifiers.
     */
    private Row mainOf(Row row) {
        if (row.user().trust().precedence() == Precedence.MAIN) {
            return row;
        }
        return secondRowRules
                .target(row.user())
                .flatMap(target -> rows.stream()
                        .filter(other -> other.user().trust().precedence() == Precedence.MAIN)
                        .filter(other -> owns(other.user(), new Identifier(target.kind(), "", target.key())))
                        .findFirst())
                .orElse(row);
    }

    private static PersonDraft whole(Row row) {
        return row.table().persons(List.of(row.user())).get(0);
    }
}
