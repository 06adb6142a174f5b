package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/** How surely a session's owner was authenticated (NIST SP 800-63B-4, authentication assurance levels). */
public enum Assurance {
    /** One factor. */
    AAL1("aal1", "aal1"),
    /** One factor, in a browser that had shown the second one before and was trusted since. Nothing more than one factor. */
    AAL1_TRUSTED_BROWSER("aal1", "aal1-kept"),
    /** Two factors. */
    AAL2("aal2", "aal2");

    private final String claim;
    private final String stored;

    Assurance(String claim, String stored) {
        this.claim = claim;
        this.stored = stored;
    }

    /** {@return the word of the claim {@code acr} of an access token} */
    public String claim() {
        return claim;
    }

    /** {@return the word in the column {@code acr} of a session} */
    public String stored() {
        return stored;
    }

    /**
     * {@return what a column says; one factor for everything else, so that no unknown text raises anything}
     *
     * @param text as {@link #stored()} gives it; null for none
     */
    public static Assurance of(@Nullable String text) {
        for (Assurance level : values()) {
            if (level.stored.equals(text)) {
                return level;
            }
        }
        return AAL1;
    }
}
