package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;

/**
 * Compares a profile in source and target.
 *
 * @param stored the profile in the target
 * @param owner the key of its user, as text
 * @param sides how source and target are compared
 */
record ComparedProfile(NewProfile stored, String owner, SourceAndTarget sides) {

    /** Compares a profile that was imported from a row of its own. */
    void compare(ProfileDraft old, PersonDraft person, Comparison comparison) {
        owner(comparison);
        names(old.person(), comparison);
        role(old.status().role(), comparison);
        active(old, comparison);
        mark(old, person, comparison);
        comparison.field("label", old.label(), stored.label());
        comparison.field("picture", old.picture(), stored.picture(), sides.mayHaveMore());
        comparison.field("settings", old.settings(), stored.settings());
        ComparedUser.times(old.times(), stored.times(), sides, comparison);
    }

    /**
     * Compares the profile that the import created where no source row could be the default one.
     *
     * @param isDefault false when the row of the user became a further profile of another account
     */
    void compare(UserDraft user, boolean isDefault, Comparison comparison) {
        FirstProfile about = user.about();
        owner(comparison);
        names(about.person(), comparison);
        role(about.role(), comparison);
        comparison.field("is_active", true, stored.status().active());
        comparison.field("is_default", isDefault, stored.status().isDefault());
        comparison.field("label", about.label(), stored.label());
        comparison.field("picture", about.picture(), stored.picture(), sides.mayBeFilled());
        comparison.field("settings", about.settings(), stored.settings());
        RowTimes times = user.times();
        ComparedUser.times(
                new RowTimes(times.createdAt(), times.modifiedAt(), null, false), stored.times(), sides, comparison);
    }

    private void owner(Comparison comparison) {
        comparison.field("user_id", owner, stored.user().toString());
    }

    private void role(String role, Comparison comparison) {
        boolean filled = sides.mayBeFilled() && role.equals(AbstractProfile.DEFAULT_ROLE);
        comparison.field("role", filled ? null : role, stored.status().role(), filled);
    }

    /** The default profile remains active, even if the source has deactivated it since. */
    private void active(ProfileDraft old, Comparison comparison) {
        ProfileInfo.Status now = stored.status();
        boolean stays = now.isDefault() && old.times().deletedAt() == null;
        if (!stays || !now.active() || old.status().active()) {
            comparison.field("is_active", old.status().active(), now.active());
        }
    }

    /**
     * Compares the mark of the default profile. A deleted profile never has it, and the profiles of a deleted user keep
     * theirs. Of the others only the number of marks is compared, in {@link ComparedPerson}.
     */
    private void mark(ProfileDraft old, PersonDraft person, Comparison comparison) {
        if (person.user().isLive() && old.times().deletedAt() != null) {
            comparison.field("is_default", false, stored.status().isDefault());
        } else if (!person.user().isLive() && isSettled(person)) {
            comparison.field(
                    "is_default", old.status().isDefault(), stored.status().isDefault());
        }
    }

    /** Returns true when the user had one active default profile, so that the import had none to choose. */
    private static boolean isSettled(PersonDraft person) {
        return person.profiles().stream()
                        .filter(one -> one.status().isDefault() && one.status().active())
                        .filter(one -> one.times().deletedAt() == null)
                        .count()
                == 1;
    }

    private void names(Person old, Comparison comparison) {
        Person now = stored.person();
        boolean filled = sides.mayHaveMore();
        comparison.field("first_name", old.firstName(), now.firstName(), filled);
        comparison.field("last_name_1", old.lastName1(), now.lastName1(), filled);
        comparison.field("last_name_2", old.lastName2(), now.lastName2(), filled);
        comparison.field("birthday", old.birthday(), now.birthday(), filled);
        comparison.field("gender", old.gender(), now.gender(), filled);
    }
}
