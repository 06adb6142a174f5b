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
 * A profile there and here.
 *
 * @param owner the text of the key of the user it belongs to
 */
record ComparedProfile(NewProfile here, String owner, SourceAndTarget sides) {

    /** A profile that came from a row of its own. */
    void compare(ProfileDraft old, PersonDraft person, Comparison comparison) {
        owner(comparison);
        names(old.person(), comparison);
        role(old.status().role(), comparison);
        active(old, comparison);
        mark(old, person, comparison);
        comparison.field("label", old.label(), here.label());
        comparison.field("picture", old.picture(), here.picture(), sides.mayHaveMore());
        comparison.field("settings", old.settings(), here.settings());
        ComparedUser.times(old.times(), here.times(), sides, comparison);
    }

    /**
     * The profile of a person whose old rows have none that can be the default.
     *
     * @param isDefault false when the person became a further profile of another person
     */
    void compare(UserDraft user, boolean isDefault, Comparison comparison) {
        FirstProfile about = user.about();
        owner(comparison);
        names(about.person(), comparison);
        role(about.role(), comparison);
        comparison.field("is_active", true, here.status().active());
        comparison.field("is_default", isDefault, here.status().isDefault());
        comparison.field("label", about.label(), here.label());
        comparison.field("picture", about.picture(), here.picture(), sides.mayBeFilled());
        comparison.field("settings", about.settings(), here.settings());
        RowTimes there = user.times();
        ComparedUser.times(
                new RowTimes(there.createdAt(), there.modifiedAt(), null, false), here.times(), sides, comparison);
    }

    private void owner(Comparison comparison) {
        comparison.field("user_id", owner, here.user().toString());
    }

    private void role(String role, Comparison comparison) {
        boolean filled = sides.mayBeFilled() && role.equals(AbstractProfile.DEFAULT_ROLE);
        comparison.field("role", filled ? null : role, here.status().role(), filled);
    }

    /** The default profile stays active, even if the old system has put it to sleep since. */
    private void active(ProfileDraft old, Comparison comparison) {
        ProfileInfo.Status now = here.status();
        boolean stays = now.isDefault() && old.times().deletedAt() == null;
        if (!stays || !now.active() || old.status().active()) {
            comparison.field("is_active", old.status().active(), now.active());
        }
    }

    /**
     * Who of several that live has the mark is seen by there being one. A deleted one never has it, and those of a
     * deleted user keep theirs.
     */
    private void mark(ProfileDraft old, PersonDraft person, Comparison comparison) {
        if (person.user().isLive() && old.times().deletedAt() != null) {
            comparison.field("is_default", false, here.status().isDefault());
        } else if (!person.user().isLive() && isSettled(person)) {
            comparison.field(
                    "is_default", old.status().isDefault(), here.status().isDefault());
        }
    }

    /** Nothing had to be decided while the user was still there. */
    private static boolean isSettled(PersonDraft person) {
        return person.profiles().stream()
                        .filter(one -> one.status().isDefault() && one.status().active())
                        .filter(one -> one.times().deletedAt() == null)
                        .count()
                == 1;
    }

    private void names(Person old, Comparison comparison) {
        Person now = here.person();
        boolean filled = sides.mayHaveMore();
        comparison.field("first_name", old.firstName(), now.firstName(), filled);
        comparison.field("last_name_1", old.lastName1(), now.lastName1(), filled);
        comparison.field("last_name_2", old.lastName2(), now.lastName2(), filled);
        comparison.field("birthday", old.birthday(), now.birthday(), filled);
        comparison.field("gender", old.gender(), now.gender(), filled);
    }
}
