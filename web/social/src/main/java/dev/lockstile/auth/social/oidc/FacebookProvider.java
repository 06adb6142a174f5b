package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Sha256;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Facebook Login. {@code debug_token} says whose a token is and which app it was issued to. Addresses count as
 * unverified, whatever the host says of Facebook: it does not tell whether its people have proven theirs.
 */
final class FacebookProvider extends OAuthProvider {

    private static final String VERSION = "/v23.0";
    private static final int LONGEST_NAME = 150;

    FacebookProvider(String name, OAuthClient client, Site site) {
        super(name, client, site);
    }

    static Site site(String web, String graph) {
        return new Site(
                web,
                web,
                URI.create(web + VERSION + "/dialog/oauth"),
                URI.create(graph + VERSION + "/oauth/access_token"),
                graph + VERSION,
                "email,public_profile");
    }

    @Override
    SocialPerson person(String accessToken) throws RefusedProofException, SocialUnavailableException {
        Json token = inspect(accessToken);
        String user = token.text("user_id");
        boolean ours = token.isTrue("is_valid") && clientId().equals(token.text("app_id"));
        RefusedProofException.unless(ours && user != null, "the token was not issued to our app");
        Json me = me(accessToken);
        RefusedProofException.unless(user != null && user.equals(me.text("id")), "the token is of another account");
        return new SocialPerson(
                site().issuer(),
                user == null ? "" : user,
                People.email(me),
                false,
                new SocialPerson.Names(
                        me.text("name", LONGEST_NAME),
                        me.text("first_name", LONGEST_NAME),
                        me.text("last_name", LONGEST_NAME)),
                null,
                token.instant("issued_at"),
                Sha256.textOf(accessToken));
    }

    private Json inspect(String accessToken) throws RefusedProofException, SocialUnavailableException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("input_token", accessToken);
        query.put("access_token", clientId() + "|" + secret().reveal());
        return answer(withQuery(site().api() + "/debug_token", query)).object("data");
    }

    private Json me(String accessToken) throws RefusedProofException, SocialUnavailableException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fields", "id,name,first_name,last_name,email");
        query.put("access_token", accessToken);
        query.put("appsecret_proof", proof(accessToken));
        return answer(withQuery(site().api() + "/me", query));
    }

    private Json answer(URI uri) throws RefusedProofException, SocialUnavailableException {
        ProviderHttp.Reply reply = http().send(uri, request -> request);
        RefusedProofException.unless(reply.status() != 400 && reply.status() != 401, "the provider refuses the token");
        if (reply.status() != 200) {
            throw new SocialUnavailableException("Facebook answered " + reply.status());
        }
        return Json.answer(reply.body());
    }

    /** Shows that a call with a person's token comes from the app's server ("Securing Graph API Requests"). */
    private String proof(String accessToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret().utf8(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(accessToken.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }
}
