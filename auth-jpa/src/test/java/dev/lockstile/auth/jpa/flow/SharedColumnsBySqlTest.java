package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Identifiers changed by plain SQL after their proof, as by another application on the same table. */
final class SharedColumnsBySqlTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ADDRESS = "mallory@acme.example";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final PasswordSettings QUICK =
            PasswordSettings.owasp().withLength(8, 128).withCost(new Argon2Cost(64, 1, 1));

    private final IdentifierRules rules = IdentifierRules.standard();
    private final RecordingEmailSender mail = new RecordingEmailSender();
    private final RecordingSmsSender sms = new RecordingSmsSender();

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_value_changed_by_sql_has_neither_owner_nor_proof(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth auth = auth(host)) {
            host.store().alone(tx -> tx.users().insert(mallory()));
            Caller mallory = caller(auth, "mallory@acme.example");
            host.sql("update auth_user set email = 'ceo@acme.example', phone = '+525587654321', username = 'admin'");
            for (String name : List.of(
                    "mallory@acme.example", "ceo@acme.example", "+525512345678", "+525587654321", "mallory", "admin")) {
                assertThat(login(auth, name)).as(name).isInstanceOf(Outcome.Refused.class);
            }
            askForEverything(auth);
            assertThat(mail.messages()).isEmpty();
            assertThat(sms.messages()).isEmpty();
            AccountInfo shown = auth.ownAccount().me(mallory).orElseThrow();
            assertThat(shown.user().email()).isEqualTo("ceo@acme.example");
            assertThat(shown.user().identifiers().anyVerified()).isFalse();
            assertThat(shown.user().identifiers().username().owned()).isFalse();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_row_marked_as_deleted_by_sql_opens_nothing_and_holds_no_name(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth auth = auth(host)) {
            UserId id = host.store().alone(tx -> tx.users().insert(mallory()));
            SignIn held = login(auth, "mallory").orElseThrow();
            Caller mallory = auth.sessions()
                    .authenticate(held.tokens().access().reveal())
                    .orElseThrow();
            auth.codes().request(new CodeLogin.Request(CodeIdentifier.email(ADDRESS), Channel.EMAIL, null));
            auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
            auth.messages().dispatchDue();
            mail.clear();
            host.sql("update auth_user set deleted_at = '2026-03-02 00:00:00'");

            for (String name : List.of(ADDRESS, "+525512345678", "mallory")) {
                assertThat(login(auth, name)).as(name).isInstanceOf(Outcome.Refused.class);
            }
            askForEverything(auth);
            assertThat(mail.messages()).isEmpty();
            assertThat(sms.messages()).isEmpty();
            assertThat(auth.ownAccount().me(mallory)).isNotInstanceOf(Outcome.Done.class);
            assertThat(auth.sessions().list(mallory)).isEmpty();
            assertThat(refresh(auth, held)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));

            UserId next = joined(auth);
            assertThat(next).isNotEqualTo(id);
            assertThat(auth.admin().restore(id))
                    .as("its names are somebody else's")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_insert_takes_the_names_of_a_deleted_row_that_its_transaction_has_read(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            UserId id = host.store().alone(tx -> tx.users().insert(mallory()));
            host.sql("update auth_user set deleted_at = '2026-03-02 00:00:00'");
            UserId next = host.store().alone(tx -> {
                mallory().claims().stream()
                        .map(IdentifierAssignment::identifier)
                        .forEach(name -> assertThat(tx.users().byKey(name.kind(), name.key()))
                                .isEmpty());
                return tx.users().insert(mallory());
            });
            assertThat(next).isNotEqualTo(id);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_deletion_by_sql_that_is_taken_back_here_brings_no_session_back(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database);
                Auth auth = auth(host)) {
            UserId id = host.store().alone(tx -> tx.users().insert(mallory()));
            SignIn held = login(auth, "mallory").orElseThrow();
            host.sql("update auth_user set deleted_at = '2026-03-02 00:00:00'");
            assertThat(auth.admin().restore(id)).isTrue();
            assertThat(refresh(auth, held)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        }
    }

    /** Registers with the three names and proves the address. */
    private UserId joined(Auth auth) {
        Registration.Accepted accepted = auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(ADDRESS, null, "mallory"),
                        Secret.of(PASSWORD),
                        new Person("Ana", "Ruiz", null, null, null),
                        true,
                        new Registration.RegistrationClient("es", "192.0.2.7")))
                .orElseThrow();
        auth.messages().dispatchDue();
        SentLink sent = mail.lastLink(ADDRESS);
        LinkProof link = new LinkProof(sent.uid(), Secret.of(sent.token()));
        assertThat(auth.registrations()
                        .confirmEmail(EmailConfirmation.of(link).withRegistration(accepted.registration())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(login(auth, "mallory")).isInstanceOf(Outcome.Done.class);
        return login(auth, ADDRESS).orElseThrow().user().id();
    }

    private static Outcome<TokenPair> refresh(Auth auth, SignIn held) {
        return auth.sessions().refresh(held.tokens().refresh(), RefreshClient.UNNAMED);
    }

    private static void askForEverything(Auth auth) {
        for (String address : List.of("mallory@acme.example", "ceo@acme.example")) {
            auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
            auth.codes().request(new CodeLogin.Request(CodeIdentifier.email(address), Channel.EMAIL, null));
        }
        for (String number : List.of("+525512345678", "+525587654321")) {
            auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, number, null));
            auth.codes().request(new CodeLogin.Request(CodeIdentifier.phone(number), Channel.SMS, null));
        }
        auth.messages().dispatchDue();
    }

    private NewUser mallory() {
        return new NewUser(
                List.of(
                        IdentifierAssignment.proven(
                                rules.email("mallory@acme.example").orElseThrow(), NOW),
                        IdentifierAssignment.proven(rules.phone("+525512345678").orElseThrow(), NOW),
                        new IdentifierAssignment(rules.username("mallory").orElseThrow(), true, null)),
                Secret.of(Passwords.of(QUICK).hasher().hash(Secret.of(PASSWORD))),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }

    private static Caller caller(Auth auth, String login) {
        SignIn in = login(auth, login).orElseThrow();
        return auth.sessions().authenticate(in.tokens().access().reveal()).orElseThrow();
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
                .sms(sms)
                .build();
    }
}
