package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.draft.SocialDraft;
import dev.lockstile.auth.imports.draft.UserDraft;
import dev.lockstile.auth.imports.preset.PeopleTable;
import dev.lockstile.auth.imports.preset.PersonSource;
import dev.lockstile.auth.model.SocialIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The other sites by which people of the source sign in have to be wired before the cut-over, or these stay outside. */
final class SocialProviderCheck {

    private static final int PAGE = 500;

    private SocialProviderCheck() {}

    static List<CheckFinding> of(PersonSource people, MigrationWiring wiring) {
        Map<String, Integer> found = new TreeMap<>();
        people.tables().forEach(table -> count(table, found));
        Set<String> wired = wiring.socialProviders();
        if (wired == null) {
            return found.isEmpty() ? List.of() : List.of(untold(found));
        }
        found.keySet().removeAll(wired);
        return found.isEmpty()
                ? List.of()
                : List.of(CheckFinding.error(
                        "MB-16",
                        "people sign in with sites that the host does not serve: " + found,
                        "give each to AuthBuilder.social(...) under that name (docs/social.md)"));
    }

    private static CheckFinding untold(Map<String, Integer> found) {
        return CheckFinding.warning(
                "MB-16",
                "people sign in with other sites, and the host does not tell which it serves: " + found,
                "tell them in ManagedHost.moveWiring(): MigrationWiring.withSocialProviders(...)");
    }

    private static void count(PeopleTable table, Map<String, Integer> found) {
        @Nullable Object after = null;
        List<UserDraft> users;
        do {
            users = table.users(after, PAGE);
            for (PersonDraft person : table.persons(users)) {
                person.socials().stream()
                        .map(SocialDraft::identity)
                        .flatMap(Stream::ofNullable)
                        .map(SocialIdentity::provider)
                        .forEach(provider -> found.merge(provider, 1, Integer::sum));
            }
            after = users.isEmpty()
                    ? null
                    : users.get(users.size() - 1).origin().key();
        } while (users.size() == PAGE);
    }
}
