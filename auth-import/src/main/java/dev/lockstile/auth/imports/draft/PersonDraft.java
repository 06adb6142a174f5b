package dev.lockstile.auth.imports.draft;

import java.util.ArrayList;
import java.util.List;

/** An old user with all that belongs to the user: what is copied, or stays out, together. */
public record PersonDraft(
        UserDraft user,
        List<ProfileDraft> profiles,
        List<DeviceDraft> devices,
        List<SocialDraft> socials,
        List<FactorDraft> factors) {

    public PersonDraft {
        profiles = List.copyOf(profiles);
        devices = List.copyOf(devices);
        socials = List.copyOf(socials);
        factors = List.copyOf(factors);
    }

    /** A person without second factors. */
    public PersonDraft(
            UserDraft user, List<ProfileDraft> profiles, List<DeviceDraft> devices, List<SocialDraft> socials) {
        this(user, profiles, devices, socials, List.of());
    }

    /** A person to whom nothing else belongs. */
    public static PersonDraft alone(UserDraft user) {
        return new PersonDraft(user, List.of(), List.of(), List.of());
    }

    /** The same person without accounts at other sites. */
    public PersonDraft withoutSocials() {
        return new PersonDraft(user, profiles, devices, List.of(), factors);
    }

    /** The same rows of another reading of the user and the profiles. */
    public PersonDraft with(UserDraft otherUser, List<ProfileDraft> otherProfiles) {
        return new PersonDraft(otherUser, otherProfiles, devices, socials, factors);
    }

    /** The same person with these second factors. */
    public PersonDraft withFactors(List<FactorDraft> others) {
        return new PersonDraft(user, profiles, devices, socials, others);
    }

    /** True when the old system asked the person for a second factor. */
    public boolean hasSecondFactor() {
        return factors.stream().anyMatch(FactorDraft::isDemanded);
    }

    /** Profiles, devices, social accounts and second factors, in this order. */
    public List<OwnedRow> ownedRows() {
        List<OwnedRow> all = new ArrayList<>(profiles);
        all.addAll(devices);
        all.addAll(socials);
        all.addAll(factors);
        return all;
    }
}
