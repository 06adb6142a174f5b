package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which profile a user acts in. */
public final class ActiveProfile {

    private ActiveProfile() {}

    /** The default profile if it is active, else the oldest active one. */
    public static Optional<ProfileInfo> choose(List<ProfileInfo> profiles) {
        return profiles.stream()
                .filter(profile -> profile.status().active() && profile.status().isDefault())
                .findFirst()
                .or(() -> profiles.stream()
                        .filter(profile -> profile.status().active())
                        .findFirst());
    }

    /** The profile of a running session, or the one a new session would get when that one is gone. */
    public static Optional<ProfileInfo> resume(List<ProfileInfo> profiles, String profileRef) {
        return profiles.stream()
                .filter(profile ->
                        profile.status().active() && profile.id().toString().equals(profileRef))
                .findFirst()
                .or(() -> choose(profiles));
    }

    /** A profile for a user who has none that is active, so that its absence locks no account out. */
    public static ProfileInfo create(AuthTx tx, UserId user, FlowContext context, Instant now) {
        return create(
                tx, user, Person.UNKNOWN, new Birth(context.settings().signUp().defaultRole(), now));
    }

    /** The first profile of a new user. */
    public static ProfileInfo create(AuthTx tx, UserId user, Person person, Birth birth) {
        ProfileInfo.Status status = new ProfileInfo.Status(birth.role(), true, true);
        ProfileId id = tx.profiles()
                .insert(new NewProfile(
                        user, person, status, "", null, SettingsJson.EMPTY, RowTimes.fresh(birth.now())));
        return new ProfileInfo(id, user, person, status, "", null, SettingsJson.EMPTY);
    }

    /** The role of a new profile, and when it comes to be. */
    public record Birth(String role, Instant now) {}
}
