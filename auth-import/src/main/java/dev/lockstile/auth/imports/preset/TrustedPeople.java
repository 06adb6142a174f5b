package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.draft.Precedence;
import dev.lockstile.auth.imports.draft.UserDraft;
import dev.lockstile.auth.imports.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.IdentifierReader;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of an old system, where the mover vouches for what its rows do not prove: identifiers of accounts that the
 * old system let in count as proven. An address that the old system made up, and a number whose country was assumed, do
 * not: nobody can have received anything there.
 */
record TrustedPeople(PersonSource people, Set<IdentifierKind> trusted) implements PersonSource {

    /** These people as the mover vouches for them. */
    static PersonSource over(PersonSource people, Set<IdentifierKind> trusted) {
        return trusted.isEmpty() ? people : new TrustedPeople(people, trusted);
    }

    @Override
    public List<PeopleTable> tables() {
        return people.tables().stream()
                .map(table -> (PeopleTable) new TrustedTable(table, trusted))
                .toList();
    }

    @Override
    public List<Entity> ownedRows() {
        return people.ownedRows();
    }

    @Override
    public List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
        return people.orphans(entity, after, limit);
    }

    @Override
    public List<UncopiedRows> uncopied() {
        return people.uncopied();
    }

    @Override
    public Map<String, List<String>> columnsNotCarried() {
        return people.columnsNotCarried();
    }

    @Override
    public boolean provesChanges() {
        return people.provesChanges();
    }

    @Override
    public ImportHints passwordHints() {
        return people.passwordHints();
    }

    private record TrustedTable(PeopleTable table, Set<IdentifierKind> trusted) implements PeopleTable {

        @Override
        public Entity entity() {
            return table.entity();
        }

        @Override
        public long count() {
            return table.count();
        }

        @Override
        public List<UserDraft> users(@Nullable Object after, int limit) {
            return table.users(after, limit).stream().map(this::trusted).toList();
        }

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            return table.persons(users).stream()
                    .map(person -> new PersonDraft(
                            trusted(person.user()), person.profiles(), person.devices(), person.socials()))
                    .toList();
        }

        /**
         * Whom the old system itself refused is not among those whom it let in. A second row of a person is no account:
         * what proves that it is that person's is the old system's own mark and nobody's word.
         */
        private UserDraft trusted(UserDraft user) {
            return user.trust().admitted() && user.trust().precedence() == Precedence.MAIN
                    ? user.withIdentifiers(user.identifiers().stream()
                            .map(wanted -> isTrusted(user, wanted) ? wanted.asVouched() : wanted)
                            .toList())
                    : user;
        }

        private boolean isTrusted(UserDraft user, WantedIdentifier wanted) {
            boolean assumed = user.findings().stream()
                    .anyMatch(finding -> finding.reason().equals(IdentifierReader.ASSUMED)
                            && finding.field().equals(wanted.field()));
            return wanted.isSignInName()
                    && trusted.contains(wanted.identifier().kind())
                    && !assumed
                    && !IdentifierReader.isInvented(wanted.identifier());
        }
    }
}
