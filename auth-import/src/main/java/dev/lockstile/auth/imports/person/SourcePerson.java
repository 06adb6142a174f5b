package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.draft.UserDraft;
import dev.lockstile.auth.imports.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/** Somebody in an old system who may come over, with all that comes along. Read whole: the source may be closed. */
public final class SourcePerson {

    private final PersonDraft main;
    private final List<PersonDraft> companions;
    private final Company company;

    /** @param companions further rows of the person, which are merged into the main one */
    SourcePerson(PersonDraft main, List<PersonDraft> companions, Company company) {
        this.main = main;
        this.companions = List.copyOf(companions);
        this.company = company;
    }

    /** What is known from the rows around. */
    public record Company(SecondRowRules merging, ImportHints hints, boolean profilesThere) {}

    /** True when the old system lets the person in by a password alone, whatever was proven there. */
    public boolean isAdmitted() {
        return main.user().trust().admitted();
    }

    /** The same person with another hash: the old system has checked the password and keeps its own to itself. */
    public SourcePerson withPassword(Secret hash) {
        UserDraft old = main.user();
        UserDraft user = new UserDraft(
                old.origin(),
                old.identifiers(),
                hash,
                old.trust(),
                old.status(),
                old.dates(),
                old.settings(),
                old.times(),
                old.about(),
                old.refusal(),
                old.findings());
        return new SourcePerson(
                new PersonDraft(user, main.profiles(), main.devices(), main.socials()), companions, company);
    }

    public PersonDraft main() {
        return main;
    }

    public List<PersonDraft> companions() {
        return companions;
    }

    public Company company() {
        return company;
    }

    boolean mayAct() {
        return main.user().refusal() == null && main.user().status().mayAct();
    }

    /** True when the account is that of the old row of this key, and of no other row with the same number. */
    boolean isOf(String entity, String legacyId) {
        Origin origin = main.user().origin();
        return origin.entity().text().equals(entity)
                && origin.legacyId().equals(legacyId)
                && companions.stream()
                        .noneMatch(row -> row.user().origin().legacyId().equals(legacyId));
    }

    /** By which the person signs in over there, without the names of rows that are to be merged. */
    List<Identifier> ownNames() {
        return main.user().identifiers().stream()
                .filter(WantedIdentifier::isSignInName)
                .map(WantedIdentifier::identifier)
                .toList();
    }

    /** The rows whose passwords count, the one that comes first first. */
    List<UserDraft> passwordRows() {
        List<UserDraft> rows = new ArrayList<>(List.of(main.user()));
        companions.stream()
                .map(PersonDraft::user)
                .filter(user -> user.status().mayAct() && fills(user))
                .forEach(rows::add);
        return rows;
    }

    /** As where the rows are merged: a second row counts if its own address was proven, and not beside rights. */
    public boolean fills(UserDraft second) {
        SecondRowRules merging = company.merging();
        boolean rights = main.user().status().staff() || main.user().status().superuser();
        return !rights
                && merging.target(second)
                        .filter(target -> merging.isProven(second, target))
                        .isPresent();
    }

    @Override
    public String toString() {
        return "SourcePerson[" + main.user().origin().legacyId() + "]";
    }
}
