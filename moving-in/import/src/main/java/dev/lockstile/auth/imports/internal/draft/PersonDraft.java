package dev.lockstile.auth.imports.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An old user with all that belongs to the user: what is copied, or stays out, together.
 *
 * @param user the account
 * @param profiles of the account
 * @param devices of the account
 * @param socials accounts at other sites
 * @param factors second factors
 */
public record PersonDraft(
        UserDraft user,
        List<ProfileDraft> profiles,
        List<DeviceDraft> devices,
        List<SocialDraft> socials,
        List<FactorDraft> factors) {

    /**
     * Copies the lists.
     *
     * @param user the account
     * @param profiles of the account
     * @param devices of the account
     * @param socials accounts at other sites
     * @param factors second factors
     */
    public PersonDraft {
        profiles = List.copyOf(profiles);
        devices = List.copyOf(devices);
        socials = List.copyOf(socials);
        factors = List.copyOf(factors);
    }

    /**
     * A person without second factors but those in the row itself.
     *
     * @param user the account
     * @param profiles of the account
     * @param devices of the account
     * @param socials accounts at other sites
     */
    public PersonDraft(
            UserDraft user, List<ProfileDraft> profiles, List<DeviceDraft> devices, List<SocialDraft> socials) {
        this(user, profiles, devices, socials, user.factors());
    }

    /**
     * {@return a person to whom nothing else belongs}
     *
     * @param user the account
     */
    public static PersonDraft alone(UserDraft user) {
        return new PersonDraft(user, List.of(), List.of(), List.of());
    }

    /** {@return the same person without accounts at other sites} */
    public PersonDraft withoutSocials() {
        return new PersonDraft(user, profiles, devices, List.of(), factors);
    }

    /**
     * {@return the same rows with another reading of the user and the profiles}
     *
     * @param otherUser takes the place of the user
     * @param otherProfiles take the place of the profiles
     */
    public PersonDraft with(UserDraft otherUser, List<ProfileDraft> otherProfiles) {
        return new PersonDraft(otherUser, otherProfiles, devices, socials, factors);
    }

    /**
     * {@return the same person with these second factors}
     *
     * @param others take the place of all second factors
     */
    public PersonDraft withFactors(List<FactorDraft> others) {
        return new PersonDraft(user, profiles, devices, socials, others);
    }

    /**
     * {@return the same person with further second factors}
     *
     * @param found by the text of the owner's key; nothing for an owner who is not in it
     */
    public PersonDraft addFactors(Map<String, List<FactorDraft>> found) {
        List<FactorDraft> all = new ArrayList<>(factors);
        all.addAll(found.getOrDefault(user.origin().legacyId(), List.of()));
        return withFactors(all);
    }

    /** {@return true when the old system asked the person for a second factor} */
    public boolean hasSecondFactor() {
        return factors.stream().anyMatch(FactorDraft::isDemanded);
    }

    /** {@return profiles, devices, social accounts and second factors, in this order} */
    public List<OwnedRow> ownedRows() {
        List<OwnedRow> all = new ArrayList<>(profiles);
        all.addAll(devices);
        all.addAll(socials);
        all.addAll(factors);
        return all;
    }
}
