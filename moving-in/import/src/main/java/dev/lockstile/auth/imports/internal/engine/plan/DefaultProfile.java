package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.KeyOrder;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.model.ProfileInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user exactly one default profile: the oldest active one of those marked as default, else the oldest active
 * one, else a new one. A deleted user's profiles are not changed.
 *
 * @param profiles the profiles with their marks
 * @param create true when none can be the default, so that one has to be created
 * @param findings the choices to warn of
 */
record DefaultProfile(List<ProfileDraft> profiles, boolean create, List<Finding> findings) {

    private static final Comparator<ProfileDraft> OLDEST = Comparator.comparing(
                    (ProfileDraft profile) -> profile.times().createdAt())
            .thenComparing(profile -> profile.origin().key(), KeyOrder.KEYS);

    static DefaultProfile of(UserDraft user, List<ProfileDraft> profiles) {
        if (!user.isLive()) {
            return new DefaultProfile(profiles, false, List.of());
        }
        List<ProfileDraft> marked = profiles.stream()
                .filter(profile ->
                        profile.times().deletedAt() == null && profile.status().isDefault())
                .toList();
        Optional<ProfileDraft> chosen = oldestActive(marked).or(() -> oldestActive(profiles));
        List<ProfileDraft> settled = profiles.stream()
                .map(profile -> mark(profile, isSame(profile, chosen)))
                .toList();
        return new DefaultProfile(settled, chosen.isEmpty(), findings(user, marked, chosen.orElse(null)));
    }

    /**
     * Returns the profiles of a user imported earlier without marks, since the user has a default profile in the
     * target.
     */
    static DefaultProfile later(List<ProfileDraft> profiles) {
        return new DefaultProfile(
                profiles.stream().map(profile -> mark(profile, false)).toList(), false, List.of());
    }

    private static Optional<ProfileDraft> oldestActive(List<ProfileDraft> profiles) {
        return profiles.stream()
                .filter(profile ->
                        profile.times().deletedAt() == null && profile.status().active())
                .min(OLDEST);
    }

    private static List<Finding> findings(UserDraft user, List<ProfileDraft> marked, @Nullable ProfileDraft chosen) {
        List<Finding> findings = new ArrayList<>();
        String whose = "user " + user.origin().legacyId();
        if (chosen == null) {
            findings.add(new Finding("default_profile_created", "is_default", whose));
        } else if (!marked.contains(chosen)) {
            findings.add(new Finding("default_profile_chosen", "is_default", whose));
        } else if (marked.size() > 1) {
            findings.add(new Finding("default_profiles_several", "is_default", whose));
        }
        return findings;
    }

    private static boolean isSame(ProfileDraft profile, Optional<ProfileDraft> chosen) {
        return chosen.map(ProfileDraft::origin).filter(profile.origin()::equals).isPresent();
    }

    private static ProfileDraft mark(ProfileDraft profile, boolean isDefault) {
        ProfileInfo.Status old = profile.status();
        if (old.isDefault() == isDefault) {
            return profile;
        }
        return new ProfileDraft(
                profile.origin(),
                profile.person(),
                new ProfileInfo.Status(old.role(), isDefault, old.active()),
                profile.label(),
                profile.picture(),
                profile.settings(),
                profile.times(),
                profile.findings());
    }
}
