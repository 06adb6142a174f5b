package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * A person of the source system who can be imported, with all owned rows. All rows were read, so the source may be
 * closed.
 */
public final class SourcePerson {

    private final PersonDraft main;
    private final List<PersonDraft> secondRows;
    private final ImportContext context;

    /** @param secondRows second rows of the person, which are merged into the main one */
    SourcePerson(PersonDraft main, List<PersonDraft> secondRows, ImportContext context) {
        this.main = main;
        this.secondRows = List.copyOf(secondRows);
        this.context = context;
    }

    /**
     * Everything that the import needs besides the person's own rows.
     *
     * @param secondRowRules how second rows of the person are merged
     * @param hints how the source system stored passwords
     * @param hasProfiles true when the source system has profiles
     */
    record ImportContext(SecondRowRules secondRowRules, ImportHints hints, boolean hasProfiles) {}

    /** {@return true when the source lets the person sign in with a password alone, without verified identifiers} */
    public boolean isAdmitted() {
        return main.user().trust().admitted();
    }

    /**
     * {@return a copy with another hash, for a source system that checks passwords without disclosing its hashes}
     *
     * @param hash as the target stores it
     */
    public SourcePerson withPassword(Secret hash) {
        UserDraft user = main.user().withPassword(hash);
        return new SourcePerson(main.with(user, main.profiles()), secondRows, context);
    }

    /** Returns the person's main row with its owned rows. */
    PersonDraft main() {
        return main;
    }

    /** Returns second rows of the person, which are merged into the main one. */
    List<PersonDraft> secondRows() {
        return secondRows;
    }

    ImportContext context() {
        return context;
    }

    boolean mayAct() {
        return main.user().refusal() == null && main.user().status().mayAct();
    }

    /**
     * Returns true when the account is that of this source row, and no second row of another table has the same key.
     */
    boolean isOf(String entity, String legacyId) {
        Origin origin = main.user().origin();
        return origin.entity().text().equals(entity)
                && origin.legacyId().equals(legacyId)
                && secondRows.stream()
                        .noneMatch(row -> row.user().origin().legacyId().equals(legacyId));
    }

    /** Returns the sign-in names of the person's main row. */
    List<Identifier> ownNames() {
        return main.user().identifiers().stream()
                .filter(WantedIdentifier::isSignInName)
                .map(WantedIdentifier::identifier)
                .toList();
    }

    /** Returns the rows whose passwords may become the account's, in order of precedence. */
    List<UserDraft> passwordRows() {
        List<UserDraft> rows = new ArrayList<>(List.of(main.user()));
        secondRows.stream()
                .map(PersonDraft::user)
                .filter(user -> user.status().mayAct() && fills(user))
                .forEach(rows::add);
        return rows;
    }

    /**
     * Returns true when a second row fills empty fields, as in an import: the source proved its own address, and the
     * main row has no staff or superuser rights.
     */
    boolean fills(UserDraft second) {
        SecondRowRules secondRowRules = context.secondRowRules();
        boolean rights = main.user().status().staff() || main.user().status().superuser();
        return !rights
                && secondRowRules
                        .target(second)
                        .filter(target -> secondRowRules.isProven(second, target))
                        .isPresent();
    }

    @Override
    public String toString() {
        return "SourcePerson[" + main.user().origin().legacyId() + "]";
    }
}
