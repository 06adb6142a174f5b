package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialProof;
import org.jspecify.annotations.Nullable;

/** The fields by which a client shows a person's identity at another site. */
final class SocialFields {

    static final int PROVIDER_MAX = 30;

    private static final int ID_MAX = 200;
    private static final int ADDRESS_MAX = 500;

    private SocialFields() {}

    /** Exactly one proof, with the transaction it was made for; problems are noted in the fields. */
    static SocialClaim claim(RequestFields fields) {
        String provider = fields.required("provider", PROVIDER_MAX);
        String transaction = fields.optional("transaction_id", ID_MAX);
        Secret id = fields.optionalSecret("id_token");
        Secret access = fields.optionalSecret("access_token");
        Secret code = fields.optionalSecret("authorization_code");
        String redirect = fields.optional("redirect_uri", ADDRESS_MAX);
        Secret verifier = fields.optionalSecret("code_verifier");
        String client = fields.optional("client_id", ADDRESS_MAX);
        if (count(id, access, code) != 1) {
            fields.refuseUnlessRefused("id_token", count(id, access, code) == 0 ? "required" : "ambiguous");
        }
        if (code != null && redirect == null) {
            fields.refuseUnlessRefused("redirect_uri", "required");
        }
        if (code != null && verifier == null) {
            fields.refuseUnlessRefused("code_verifier", "required");
        }
        SocialProof proof = code != null && redirect != null && verifier != null
                ? new SocialProof.Code(code, redirect, verifier, client, null, null)
                : token(id, access);
        return new SocialClaim(provider, transaction == null ? null : Secret.of(transaction), proof);
    }

    /** The same where nothing may be used up: an authorization code is good once, so it is no proof here. */
    static SocialClaim checked(RequestFields fields) {
        String provider = fields.required("provider", PROVIDER_MAX);
        String transaction = fields.optional("transaction_id", ID_MAX);
        Secret id = fields.optionalSecret("id_token");
        Secret access = fields.optionalSecret("access_token");
        if (count(id, access) != 1) {
            fields.refuseUnlessRefused("id_token", count(id, access) == 0 ? "required" : "ambiguous");
        }
        return new SocialClaim(provider, transaction == null ? null : Secret.of(transaction), token(id, access));
    }

    private static SocialProof token(@Nullable Secret id, @Nullable Secret access) {
        return access == null
                ? new SocialProof.IdToken(id == null ? Secret.of("") : id, null)
                : new SocialProof.AccessToken(access, null);
    }

    private static int count(@Nullable Secret... proofs) {
        int count = 0;
        for (Secret proof : proofs) {
            count += proof == null ? 0 : 1;
        }
        return count;
    }

    /** A key of the host's table: a number stays a number. */
    static Object key(String id) {
        return id.matches("\\d{1,18}") ? Long.valueOf(id) : id;
    }
}
