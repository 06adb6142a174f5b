package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialPerson;
import org.jspecify.annotations.Nullable;

/** From claims to a person. What is longer than a column could hold is left out, not cut. */
final class People {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_URL = 2000;

    private People() {}

    static SocialPerson of(IdTokens.Verified token, EmailRule emails) {
        Json claims = token.claims();
        String email = email(claims);
        String subject = claims.text("sub");
        return new SocialPerson(
                token.issuer(),
                subject == null ? "" : subject,
                email,
                email != null && emails.isVerified(claims),
                names(claims),
                claims.text("picture", LONGEST_URL),
                claims.instant("iat"),
                token.digest(),
                claims.instant(IdTokens.AUTH_TIME));
    }

    static @Nullable String email(Json claims) {
        return claims.text("email", LONGEST_EMAIL);
    }

    private static SocialPerson.Names names(Json claims) {
        return new SocialPerson.Names(
                claims.text("name", LONGEST_NAME),
                claims.text("given_name", LONGEST_NAME),
                claims.text("family_name", LONGEST_NAME));
    }
}
