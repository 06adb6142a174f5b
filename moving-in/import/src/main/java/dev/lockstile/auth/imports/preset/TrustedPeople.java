package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.mapping.IdentifierReader;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users of a source whose identifiers count as verified on the operator's word, for accounts that the source let sign
 * in. Not for generated addresses, nor for numbers whose country was assumed: no message can have reached them.
 */
record TrustedPeople(PersonSource people, Set<IdentifierKind> trusted) implements ForwardingPeople {

    /** Returns these users with the operator's trust applied. */
    static PersonSource over(PersonSource people, Set<IdentifierKind> trusted) {
        return trusted.isEmpty() ? people : new TrustedPeople(people, trusted);
    }

    @Override
    public List<PeopleTable> tables() {
        return people.tables().stream()
                .map(table -> (PeopleTable) new TrustedTable(table, trusted))
                .toList();
    }

    private record TrustedTable(PeopleTable table, Set<IdentifierKind> trusted) implements ForwardingPeople.Table {

        @Override
        public List<UserDraft> users(@Nullable Object after, int limit) {
            return table.users(after, limit).stream().map(this::trusted).toList();
        }

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            return table.persons(users).stream()
                    .map(person -> person.with(trusted(person.user()), person.profiles()))
                    .toList();
        }

        /**
         * Accounts that the source itself refused are not trusted. Nor are second rows: only the source's own flag can
         * verify that a second row belongs to the person.
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
