package dev.lockstile.auth.http;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A user who comes from other sites, over HTTP. */
final class SocialAttacker {

    /** Proves addresses. */
    final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();

    /** Would link by addresses, and proves none. */
    final TestSocialProvider forum = TestSocialProvider.named("forum").linkingByEmail();

    private final AttackFixture fixture;

    /** Mounts the library anew, with the two sites. */
    SocialAttacker(AttackFixture fixture) {
        this(fixture, builder -> builder);
    }

    /** The same, with something more wired. */
    SocialAttacker(AttackFixture fixture, UnaryOperator<AuthBuilder> more) {
        this.fixture = fixture;
        corp.clock(fixture.clock);
        forum.clock(fixture.clock);
        fixture.open(
                fixture.settings(),
                builder -> more.apply(builder)
                        .social(SocialSettings.of(corp, forum).allowSignUp().returningTo("https://acme.example")));
    }

    TestClient.Reply signIn(
            TestSocialProvider site, String subject, @Nullable String email, boolean verified, Object... more) {
        return signIn(site, site.person(subject, email, verified), more);
    }

    TestClient.Reply withPicture(String subject, String email, String url) {
        SocialPerson person = corp.person(subject, email, true);
        return signIn(
                corp,
                new SocialPerson(
                        person.issuer(), subject, email, true, person.names(), url, null, person.tokenDigest()),
                "picture",
                url);
    }

    TestClient.Reply withAccessToken(String token) {
        JsonNode nonce = nonce(fixture.client, corp);
        return fixture.post(
                "login/social/",
                "provider",
                "corp",
                "transaction_id",
                nonce.path("transaction_id").asString(),
                "access_token",
                token,
                "client",
                "web",
                "terms_and_conditions_accepted",
                true);
    }

    /** The key of the caller. */
    String userOf(TestClient caller) {
        return fixture.as(caller, "GET", "me/?client=mobile").json().path("id").asString();
    }

    TestClient.Reply link(TestClient caller, TestSocialProvider site, String subject, String email) {
        Object[] proof = proof(caller, site, site.person(subject, email, true));
        return fixture.as(caller, "POST", "login/social/link/", proof);
    }

    private TestClient.Reply signIn(TestSocialProvider site, SocialPerson person, Object... more) {
        Object[] proof = proof(fixture.client, site, person);
        Object[] client = {"client", "web", "terms_and_conditions_accepted", true};
        return fixture.post("login/social/", joined(joined(proof, client), more));
    }

    private Object[] proof(TestClient caller, TestSocialProvider site, SocialPerson person) {
        JsonNode nonce = nonce(caller, site);
        SocialProof token = site.idToken(person, nonce.path("nonce").asString());
        return new Object[] {
            "provider",
            site.name(),
            "transaction_id",
            nonce.path("transaction_id").asString(),
            "id_token",
            ((SocialProof.IdToken) token).token().reveal()
        };
    }

    private JsonNode nonce(TestClient caller, TestSocialProvider site) {
        return fixture.as(caller, "POST", "login/social/nonce/", "provider", site.name())
                .json();
    }

    private static Object[] joined(Object[] first, Object[] second) {
        Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
