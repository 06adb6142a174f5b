package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenSettings;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Look-alike identifiers on real databases: none reaches, blocks or disturbs the account of another. Runs a second time
 * in a JVM whose language is Turkish, where the capital I has another small letter.
 */
final class IdentifierCollisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String PASSWORD = "plum-harbour-4417";
    private static final PasswordSettings QUICK =
            PasswordSettings.owasp().withLength(8, 128).withCost(new Argon2Cost(64, 1, 1));

    private final IdentifierRules rules = IdentifierRules.standard();
    private final RecordingEmailSender mail = new RecordingEmailSender();
    private final Secret hash = Secret.of(Passwords.of(QUICK).hasher().hash(Secret.of(PASSWORD)));

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void nobody_is_reached_blocked_or_disturbed_by_a_look_alike(TestDatabase database) throws Exception {
        JsonNode vectors = vectors();
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth auth = auth(host)) {
            for (JsonNode pair : vectors.get("distinctOrRejected")) {
                looksAlike(host, auth, pair.get(0).asString(), pair.get(1).asString());
            }
            Stream.of(vectors.get("nfkcToAscii"), vectors.get("caseMapping"))
                    .flatMap(JsonNode::valueStream)
                    .forEach(
                            entry -> reachesNoAscii(host, entry.get("codePoint").asString()));
            for (JsonNode pair : vectors.get("same")) {
                isTheSame(host, pair.get(0).asString(), pair.get(1).asString());
            }
        }
    }

    private void looksAlike(OpenHost host, Auth auth, String first, String second) {
        host.empty();
        UserId owner = host.store()
                .alone(tx -> tx.users().insert(user(identifier(first).orElseThrow())));
        int mails = mail.messages().size();
        assertThat(login(auth, first)).isInstanceOf(Outcome.Done.class);
        assertThat(login(auth, second)).as(second).isInstanceOf(Outcome.Refused.class);
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, second, null));
        auth.messages().dispatchDue();
        assertThat(mail.messages()).as("a reset for %s", second).hasSize(mails);
        identifier(second).ifPresent(other -> {
            UserId another = host.store().alone(tx -> tx.users().insert(user(other)));
            assertThat(another).isNotEqualTo(owner);
        });
        assertThat(login(auth, first)).isInstanceOf(Outcome.Done.class);
    }

    private void reachesNoAscii(OpenHost host, String codePoint) {
        String letter = Character.toString(Integer.parseInt(codePoint.substring(2), 16));
        Optional<Identifier> email = rules.email("a" + letter + "b@example.org");
        Optional<Identifier> name = rules.username("a" + letter + "b");
        for (Identifier found : Stream.of(email, name).flatMap(Optional::stream).toList()) {
            assertThat(found.value()).as(codePoint).isNotEqualTo(ascii(found.value()));
            Optional<StoredUser> reached = host.store().read(tx -> tx.users().byKey(found.kind(), found.key()));
            assertThat(reached).as(codePoint).isEmpty();
        }
    }

    private void isTheSame(OpenHost host, String first, String second) {
        host.empty();
        Identifier one = identifier(first).orElseThrow();
        Identifier other = identifier(second).orElseThrow();
        UserId owner = host.store().alone(tx -> tx.users().insert(user(one)));
        Optional<StoredUser> found = host.store().read(tx -> tx.users().byKey(other.kind(), other.key()));
        assertThat(found)
                .hasValueSatisfying(user -> assertThat(user.info().id()).isEqualTo(owner));
        assertThat(insertRefused(host, other)).isTrue();
    }

    private boolean insertRefused(OpenHost host, Identifier taken) {
        try {
            host.store().alone(tx -> tx.users().insert(user(taken)));
            return false;
        } catch (KeyTakenException e) {
            return true;
        }
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\p{ASCII}]", "");
    }

    private Optional<Identifier> identifier(String text) {
        return text.contains("@") ? rules.email(text) : rules.phone(text);
    }

    private NewUser user(Identifier identifier) {
        return new NewUser(
                List.of(IdentifierAssignment.proven(identifier, NOW)),
                hash,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }

    private static Outcome<SignIn> login(Auth auth, String login) {
        return auth.login().signIn(new PasswordLogin.Request(login, Secret.of(PASSWORD), ClientInfo.web("192.0.2.7")));
    }

    private Auth auth(OpenHost host) {
        LinkSettings links =
                LinkSettings.of(URI.create("https://acme.example/c"), URI.create("https://acme.example/r"));
        return Auth.builder(host.store())
                .settings(AuthSettings.owasp("Acme", TokenSettings.owasp("https://acme.example", "acme"), links)
                        .withThrottles(ThrottleSettings.owasp().turnEverythingOff())
                        .withPasswords(QUICK))
                .keys(AuthKeys.generate())
                .email(mail)
                .build();
    }

    private static JsonNode vectors() throws Exception {
        try (InputStream in =
                IdentifierCollisionsTest.class.getResourceAsStream("/vectors/identifier_collisions.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }
}
