package dev.lockstile.auth.imports.draft;

import java.util.ArrayList;
import java.util.List;

/** An old user with all that belongs to the user: what is copied, or stays out, together. */
public record PersonDraft(
        UserDraft user, List<ProfileDraft> profiles, List<DeviceDraft> devices, List<SocialDraft> socials) {

    public PersonDraft {
        profiles = List.copyOf(profiles);
        devices = List.copyOf(devices);
        socials = List.copyOf(socials);
    }

    /** A person to whom nothing else belongs. */
    public static PersonDraft alone(UserDraft user) {
        return new PersonDraft(user, List.of(), List.of(), List.of());
    }

    /** The same person without accounts at other sites. */
    public PersonDraft withoutSocials() {
        return new PersonDraft(user, profiles, devices, List.of());
    }

    /** Profiles, devices and social accounts, in this order. */
    public List<OwnedRow> ownedRows() {
        List<OwnedRow> all = new ArrayList<>(profiles);
        all.addAll(devices);
        all.addAll(socials);
        return all;
    }
}
