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
 * What a second row of a person may add to the account. Two rows with one address are one person on the word of the old
 * system alone, where any user could write the second. So it adds something only if its own address was proven there,
 * and nothing to an account with rights.
 */
record SecondRow(UserDraft user, MainAccount main, boolean proven) {

    /** Warning: the row's address was not proven, and something of it was left out. */
    static final String UNPROVEN = "second_row_unproven";

    /** Warning: the account has rights, and something of the row was left out. */
    static final String RIGHTS = "second_row_of_account_with_rights";

    /** Warning: the row's password does not count. */
    static final String PASSWORD_DROPPED = "second_password_dropped";

    /** Warning: an address or a number of the row did not come to an account that is used here. */
    private static final String IDENTIFIER_LEFT_ALONE = "second_identifier_left_alone";

    /** Warning: the row's second factor did not come, nor did its accounts at other sites or its role. */
    private static final String FACTOR_STAYED = "second_row_without_its_factor";

    static SecondRow of(UserDraft user, MainAccount main, SecondRowRules secondRowRules) {
        return new SecondRow(user, main, secondRowRules.isProven(user, main.target()));
    }

    /** True when the row may fill in what is empty. */
    boolean fills() {
        return proven && !main.hasRights();
    }

    /** The identifiers that no other account has; of an account that is used here, no address and no number. */
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

    /** A name opens no account without the password. */
    private static boolean isName(IdentifierAssignment claim) {
        return claim.identifier().kind() == IdentifierKind.USERNAME;
    }

    /** The password, where the account has and had none and the row was active. */
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

    /** What goes into the default profile; null for nothing, and where the row becomes a profile of its own. */
    @Nullable
    FirstProfile about() {
        return user.trust().precedence() == Precedence.PROFILE || !fills() ? null : user.about();
    }

    /** The profile that the row becomes; null where it fills the default one. */
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
     * What comes along of a person whose second factor stays out: nothing that signs in without it, and no role beside
     * the usual one.
     */
    static PersonDraft withoutSocialsAndRoles(PersonDraft person, RunCounts runCounts) {
        person.socials().forEach(social -> runCounts.skip(social.origin().entity(), FACTOR_STAYED));
        List<ProfileDraft> usual =
                person.profiles().stream().map(SecondRow::withoutRole).toList();
        if (!person.socials().isEmpty() || !usual.equals(person.profiles())) {
            runCounts.warnOnce(FACTOR_STAYED);
        }
        return person.with(person.user(), usual).withoutSocials();
    }

    /** The profiles of a person whose second factor stays out: those that are to come have the usual role. */
    static List<ProfileDraft> withoutNewRoles(PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        List<ProfileDraft> usual = person.profiles().stream()
                .map(profile -> target.entry(profile.origin()).isPresent() ? profile : withoutRole(profile))
                .toList();
        if (!usual.equals(person.profiles())) {
            runCounts.warnOnce(FACTOR_STAYED);
        }
        return usual;
    }

    private static ProfileDraft withoutRole(ProfileDraft old) {
        ProfileInfo.Status was = old.status();
        ProfileInfo.Status status = new ProfileInfo.Status(AbstractProfile.DEFAULT_ROLE, was.isDefault(), was.active());
        return new ProfileDraft(
                old.origin(),
                old.person(),
                status,
                old.label(),
                old.picture(),
                old.settings(),
                old.times(),
                old.findings());
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

    /** Once for a row, however much of it was left out. */
    private void warn(RunCounts runCounts) {
        if (!fills()) {
            runCounts.warnOnce(main.hasRights() ? RIGHTS : UNPROVEN);
        }
    }
}
