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

/** A person of the source system who can be imported, with all owned rows. Fully read: the source may be closed. */
public final class SourcePerson {

    private final PersonDraft main;
    private final List<PersonDraft> companions;
    private final ImportContext context;

    /** @param companions further rows of the person, merged into the main one */
    SourcePerson(PersonDraft main, List<PersonDraft> companions, ImportContext context) {
        this.main = main;
        this.companions = List.copyOf(companions);
        this.context = context;
    }

    /**
     * What the import needs besides the person's own rows.
     *
     * @param secondRowRules how further rows of the person are merged
     * @param hints how the source system stored passwords
     * @param hasProfiles whether the source system has profiles
     */
    record ImportContext(SecondRowRules secondRowRules, ImportHints hints, boolean hasProfiles) {}

    /** {@return true when the source signs the person in with a password alone, without verified identifiers} */
    public boolean isAdmitted() {
        return main.user().trust().admitted();
    }

    /**
     * {@return the same person with another hash, for a source system that checks passwords without disclosing its
     * hashes}
     *
     * @param hash as the target stores it
     */
    public SourcePerson withPassword(Secret hash) {
        UserDraft user = main.user().withPassword(hash);
        return new SourcePerson(main.with(user, main.profiles()), companions, context);
    }

    /** Returns the person's main row with what it owns. */
    PersonDraft main() {
        return main;
    }

    /** Returns further rows of the person, which are merged into the main one. */
    List<PersonDraft> companions() {
        return companions;
    }

    /** Returns what the import needs besides. */
    ImportContext context() {
        return context;
    }

    boolean mayAct() {
        return main.user().refusal() == null && main.user().status().mayAct();
    }

    /** Returns true when the account is that of this source row, and of no other row with the same number. */
    boolean isOf(String entity, String legacyId) {
        Origin origin = main.user().origin();
        return origin.entity().text().equals(entity)
                && origin.legacyId().equals(legacyId)
                && companions.stream()
                        .noneMatch(row -> row.user().origin().legacyId().equals(legacyId));
    }

    /** Returns the sign-in names of the main row in the source, without those of rows to be merged. */
    List<Identifier> ownNames() {
        return main.user().identifiers().stream()
                .filter(WantedIdentifier::isSignInName)
                .map(WantedIdentifier::identifier)
                .toList();
    }

    /** Returns the rows whose passwords count, in order of precedence. */
    List<UserDraft> passwordRows() {
        List<UserDraft> rows = new ArrayList<>(List.of(main.user()));
        companions.stream()
                .map(PersonDraft::user)
                .filter(user -> user.status().mayAct() && fills(user))
                .forEach(rows::add);
        return rows;
    }

    /**
     * Returns true when a second row is merged, as in an import: its own address was verified, and the main row has no
     * staff or superuser rights.
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
