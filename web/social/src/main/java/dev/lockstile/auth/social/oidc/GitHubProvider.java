package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockstile.auth.secret.Sha256;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in with GitHub. The check of a token with the app's own credentials says whose it is and which app it was issued
 * to; the address is the primary one, verified where GitHub has verified it.
 */
final class GitHubProvider extends OAuthProvider {

    private static final int LONGEST_NAME = 150;

    GitHubProvider(String name, OAuthClient client, Site site) {
        super(name, client, site);
    }

    static Site site(String web, String api) {
        return new Site(
                web,
                web + "/login/oauth",
                URI.create(web + "/login/oauth/authorize"),
                URI.create(web + "/login/oauth/access_token"),
                api,
                "read:user user:email");
    }

    @Override
    SocialPerson person(String accessToken) throws RefusedProofException, SocialUnavailableException {
        Json token = inspect(accessToken);
        RefusedProofException.unless(
                clientId().equals(token.object("app").text("client_id")), "the token was not issued to our app");
        String subject = id(token.object("user"));
        Json user = Json.answer(get("/user", accessToken));
        RefusedProofException.unless(subject != null && subject.equals(id(user)), "the token is of another account");
        Json email = primary(get("/user/emails", accessToken));
        return new SocialPerson(
                site().issuer(),
                subject == null ? "" : subject,
                People.email(email),
                People.email(email) != null && email.isTrue("verified"),
                new SocialPerson.Names(user.text("name", LONGEST_NAME), null, null),
                null,
                instant(token.text("created_at")),
                Sha256.textOf(accessToken));
    }

    private Json inspect(String accessToken) throws RefusedProofException, SocialUnavailableException {
        String credentials = clientId() + ":" + secret().reveal();
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        String body = JSONObjectUtils.toJSONString(Map.of("access_token", accessToken));
        return Json.answer(answer(
                "/applications/" + clientId() + "/token",
                request -> request.header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private String get(String path, String accessToken) throws RefusedProofException, SocialUnavailableException {
        return answer(path, request -> request.header("Authorization", "Bearer " + accessToken));
    }

    /** 404 and 422 say that the token is not one of ours; 403 answers a client that asks too often. */
    private String answer(String path, UnaryOperator<HttpRequest.Builder> content)
            throws RefusedProofException, SocialUnavailableException {
        ProviderHttp.Reply reply = http().send(URI.create(site().api() + path), content);
        boolean ofTheToken = reply.status() == 404 || reply.status() == 422;
        RefusedProofException.unless(!ofTheToken, "the provider refuses the token");
        if (reply.status() != 200) {
            throw new SocialUnavailableException("GitHub answered " + reply.status());
        }
        return reply.body();
    }

    private static Json primary(String body) throws SocialUnavailableException {
        try {
            Object entries = JSONArrayUtils.parse(body);
            for (Object entry : entries instanceof List<?> list ? list : List.of()) {
                Json email = Json.of(entry);
                if (email.isTrue("primary")) {
                    return email;
                }
            }
            return new Json(Map.of());
        } catch (ParseException e) {
            throw new SocialUnavailableException("the provider's answer is no JSON array", e);
        }
    }

    private static @Nullable String id(Json user) {
        return user.members().get("id") instanceof Long id ? String.valueOf(id) : null;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null; // unknown: the caller that needs it refuses
        }
    }
}
