package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import java.util.Set;

/** A form in which a provider tells of accounts: what its token has to hold, and how it is read. */
interface EventForm {

    /** What the header may call such a token, beside a JWT; in lower case. */
    Set<String> types();

    /**
     * Reads the claims, which are not verified yet.
     *
     * @throws RefusedProofException when something is missing or stands there that must not
     */
    SocialEvent read(Json claims, EventClaims.Frame frame) throws RefusedProofException;
}
