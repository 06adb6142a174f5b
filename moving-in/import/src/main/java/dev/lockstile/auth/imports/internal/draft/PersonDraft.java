package dev.lockstile.auth.imports.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A user of the source system with all rows that belong to the user. They are imported in one transaction.
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
     * Creates a person with no second factors but those of the user's own row.
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
     * {@return a person without profiles, devices and accounts at other sites}
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
     * {@return a copy with another user and other profiles}
     *
     * @param otherUser replaces the user
     * @param otherProfiles replace the profiles
     */
    public PersonDraft with(UserDraft otherUser, List<ProfileDraft> otherProfiles) {
        return new PersonDraft(otherUser, otherProfiles, devices, socials, factors);
    }

    /**
     * {@return a copy with other second factors}
     *
     * @param others replace all second factors
     */
    public PersonDraft withFactors(List<FactorDraft> others) {
        return new PersonDraft(user, profiles, devices, socials, others);
    }

    /**
     * {@return a copy with further second factors}
     *
     * @param found factors by the text of their owner's key
     */
    public PersonDraft addFactors(Map<String, List<FactorDraft>> found) {
        List<FactorDraft> all = new ArrayList<>(factors);
        all.addAll(found.getOrDefault(user.origin().legacyId(), List.of()));
        return withFactors(all);
    }

    /** {@return true when the source system asked the person for a second factor} */
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
