package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Names the people whom the operator has to review: those with rights or with a role other than the default one, and
 * those of whom a rule was uncertain.
 */
public final class PeopleToReview {

    private static final String PRIVILEGED = "privileged";
    private static final Set<String> FINDINGS =
            Set.of("state_uncertain", "closed_in_source", "username_replaced", "temporary_password");

    private PeopleToReview() {}

    /** Names a person with rights, or with a role other than the default one. */
    public static void privileged(PersonDraft person, RunCounts runCounts) {
        UserDraft user = person.user();
        Stream<String> rights = user.status().rights().stream().map(Right::text);
        named(user, rights, roles(person), runCounts);
    }

    /** Names a person with a second row for its role alone, since a second row gives no rights. */
    public static void privilegedByRole(PersonDraft person, RunCounts runCounts) {
        named(person.user(), Stream.empty(), roles(person), runCounts);
    }

    /** Names a person for those findings of the row that have to be reviewed. */
    public static void found(UserDraft user, List<Finding> findings, RunCounts runCounts) {
        findings.stream()
                .filter(finding -> FINDINGS.contains(finding.reason()))
                .forEach(finding -> runCounts.name(person(finding.reason(), user, finding.detail())));
    }

    /** Names a person whose second factor could not be imported. */
    public static void secondFactor(String kind, UserDraft user, String detail, RunCounts runCounts) {
        if (user.isLive()) {
            runCounts.name(person(kind, user, detail));
        }
    }

    /** Returns the identifiers of a source row, by column. */
    public static Map<String, String> names(UserDraft user) {
        Map<String, String> names = new TreeMap<>();
        for (WantedIdentifier wanted : user.identifiers()) {
            names.put(wanted.field(), wanted.identifier().value());
        }
        return names;
    }

    private static void named(UserDraft user, Stream<String> rights, Stream<String> roles, RunCounts runCounts) {
        List<String> all = new ArrayList<>(rights.sorted().toList());
        roles.distinct().sorted().map(role -> "role " + role).forEach(all::add);
        if (user.isLive() && !all.isEmpty()) {
            runCounts.name(person(PRIVILEGED, user, String.join(", ", all)));
        }
    }

    private static Stream<String> roles(PersonDraft person) {
        return Stream.concat(
                        Stream.of(person.user().about().role()),
                        person.profiles().stream()
                                .filter(profile -> profile.times().deletedAt() == null)
                                .map(profile -> profile.status().role()))
                .filter(role -> !role.equals(AbstractProfile.DEFAULT_ROLE));
    }

    private static NamedPerson person(String kind, UserDraft user, String detail) {
        return new NamedPerson(
                kind, user.origin().entity().text(), user.origin().legacyId(), detail, names(user));
    }
}
