package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.MainAccount;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a second row of a person that may be added to the account. Only the source system says that two rows
 * with one address are one person, and any user of it could have written the second row. So a row adds something only
 * if the source system proved its own address, and nothing to an account with rights.
 */
record SecondRow(UserDraft user, MainAccount main, boolean proven) {

    /** Warning: the row's address was not proven, and a part of the row was left out. */
    static final String UNPROVEN = "second_row_unproven";

    /** Warning: the account has rights, and a part of the row was left out. */
    static final String RIGHTS = "second_row_of_account_with_rights";

    /** Warning: the row's password was left out. */
    static final String PASSWORD_DROPPED = "second_password_dropped";

    /** Warning: an address or a number of the row was left out, since the account is used in the target. */
    private static final String IDENTIFIER_LEFT_ALONE = "second_identifier_left_alone";

    /** Warning: the row's second factor was left out, and with it its accounts at other sites or its role. */
    private static final String FACTOR_LEFT_OUT = "second_row_without_its_factor";

    static SecondRow of(UserDraft user, MainAccount main, SecondRowRules secondRowRules) {
        return new SecondRow(user, main, secondRowRules.isProven(user, main.target()));
    }

    /** Returns true when the row may fill empty fields of the account. */
    boolean fills() {
        return proven && !main.hasRights();
    }

    /** Returns the identifiers that no other account has; for an account used in the target, user names alone. */
    List<IdentifierAssignment> claims(ConflictOutcome assigned, RunCounts runCounts) {
        List<IdentifierAssignment> owned = assigned.ownedClaims();
        if (!owned.isEmpty()) {
            warn(runCounts);
        }
        if (!fills()) {
            return List.of();
        }
        List<IdentifierAssignment> free = owned.stream()
                .filter(claim -> !main.isUsedInTarget() || isName(claim))
                .toList();
        if (free.size() < owned.size()) {
            runCounts.warn(IDENTIFIER_LEFT_ALONE);
        }
        return free;
    }

    /** A user name opens no account without the password. */
    private static boolean isName(IdentifierAssignment claim) {
        return claim.identifier().kind() == IdentifierKind.USERNAME;
    }

    /**
     * Returns the row's password, where the row is active, and the account has none and was not used in the target;
     * null otherwise.
     */
    @Nullable
    Secret password(ImportOutcome second, RunCounts runCounts) {
        if (second.toStore().isEmpty()) {
            return null;
        }
        if (main.hasPassword()
                || main.isUsedInTarget()
                || !fills()
                || !user.status().mayAct()) {
            warn(runCounts);
            runCounts.warn(PASSWORD_DROPPED);
            return null;
        }
        return second.toStore().map(Secret::of).orElseThrow();
    }

    /** Returns the data for the default profile; null for none, and where the row becomes a profile of its own. */
    @Nullable
    FirstProfile about() {
        return user.trust().precedence() == Precedence.PROFILE || !fills() ? null : user.about();
    }

    /** Returns the profile that the row becomes; null where it fills the default one. */
    @Nullable
    FirstProfile profile(RunCounts runCounts) {
        FirstProfile about = user.about();
        if (user.trust().precedence() != Precedence.PROFILE) {
            if (hasRole()) {
                warn(runCounts);
            }
            return null;
        }
        if (fills() || !hasRole()) {
            return about;
        }
        warn(runCounts);
        return withoutRole(about);
    }

    /**
     * Returns a person whose second factor is left out without accounts at other sites, which sign in without the
     * factor, and with the default role alone.
     */
    static PersonDraft withoutSocialsAndRoles(PersonDraft person, RunCounts runCounts) {
        person.socials().forEach(social -> runCounts.skip(social.origin().entity(), FACTOR_LEFT_OUT));
        List<ProfileDraft> usual =
                person.profiles().stream().map(SecondRow::withoutRole).toList();
        if (!person.socials().isEmpty() || !usual.equals(person.profiles())) {
            runCounts.warnOnce(FACTOR_LEFT_OUT);
        }
        return person.with(person.user(), usual).withoutSocials();
    }

    /** Returns the profiles of a person whose second factor is left out: the new ones have the default role. */
    static List<ProfileDraft> withoutNewRoles(PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        List<ProfileDraft> usual = person.profiles().stream()
                .map(profile -> target.entry(profile.origin()).isPresent() ? profile : withoutRole(profile))
                .toList();
        if (!usual.equals(person.profiles())) {
            runCounts.warnOnce(FACTOR_LEFT_OUT);
        }
        return usual;
    }

    private static ProfileDraft withoutRole(ProfileDraft profile) {
        ProfileInfo.Status before = profile.status();
        ProfileInfo.Status status =
                new ProfileInfo.Status(AbstractProfile.DEFAULT_ROLE, before.isDefault(), before.active());
        return new ProfileDraft(
                profile.origin(),
                profile.person(),
                status,
                profile.label(),
                profile.picture(),
                profile.settings(),
                profile.times(),
                profile.findings());
    }

    static @Nullable FirstProfile withoutRole(@Nullable FirstProfile about) {
        return about == null
                ? null
                : new FirstProfile(
                        about.person(), AbstractProfile.DEFAULT_ROLE, about.label(), about.picture(), about.settings());
    }

    private boolean hasRole() {
        return !user.about().role().equals(AbstractProfile.DEFAULT_ROLE);
    }

    /** Warns once for a row, whatever number of its parts was left out. */
    private void warn(RunCounts runCounts) {
        if (!fills()) {
            runCounts.warnOnce(main.hasRights() ? RIGHTS : UNPROVEN);
        }
    }
}
