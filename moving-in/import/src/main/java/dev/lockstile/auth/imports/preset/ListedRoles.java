package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.model.ProfileInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The people of any old system, with no role but those on the mover's list: any other becomes the usual one. */
record ListedRoles(PersonSource people, ReadingOptions options) implements ForwardingPeople {

    /** Warning: the role is not on the list. */
    static final String NOT_LISTED = "role_not_listed";

    @Override
    public List<PeopleTable> tables() {
        return people.tables().stream()
                .map(table -> (PeopleTable) new ListedTable(table, options))
                .toList();
    }

    private record ListedTable(PeopleTable table, ReadingOptions options) implements ForwardingPeople.Table {

        @Override
        public List<UserDraft> users(@Nullable Object after, int limit) {
            return table.users(after, limit).stream().map(this::listed).toList();
        }

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            return table.persons(users).stream().map(this::listed).toList();
        }

        private PersonDraft listed(PersonDraft person) {
            List<ProfileDraft> profiles =
                    person.profiles().stream().map(this::listed).toList();
            return person.with(listed(person.user()), profiles);
        }

        private UserDraft listed(UserDraft user) {
            FirstProfile about = user.about();
            String granted = options.granted(about.role());
            UserDraft next = Objects.equals(granted, about.role())
                    ? user
                    : user.with(new FirstProfile(
                            about.person(), granted, about.label(), about.picture(), about.settings()));
            return options.lists(about.role()) ? next : next.with(noted(user.findings(), about.role()));
        }

        private ProfileDraft listed(ProfileDraft old) {
            ProfileInfo.Status status = old.status();
            String role = status.role();
            return new ProfileDraft(
                    old.origin(),
                    old.person(),
                    new ProfileInfo.Status(options.granted(role), status.isDefault(), status.active()),
                    old.label(),
                    old.picture(),
                    old.settings(),
                    old.times(),
                    options.lists(role) ? old.findings() : noted(old.findings(), role));
        }

        private static List<Finding> noted(List<Finding> findings, String role) {
            List<Finding> all = new ArrayList<>(findings);
            all.add(new Finding(NOT_LISTED, "role", Masked.text(role)));
            return all;
        }
    }
}
