package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user with a client, and what they have and do. Names and numbers are no other user's. */
final class SignInPerson {

    private static final String OLD_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String OLD_SECRET_HEX = "3132333435363738393031323334353637383930";

    final SignInHost host;
    final SignInTransport transport;
    final int number;
    final String email;
    final String phone;
    private final Deque<String> recoveryCodes = new ArrayDeque<>();
    private boolean elsewhere;
    private String password = SignInHost.PASSWORD;
    private String browser = "";
    private @Nullable TotpGenerator app;
    private @Nullable SoftwareAuthenticator key;

    SignInPerson(SignInHost host, SignInTransport transport) {
        this.host = host;
        this.transport = transport;
        this.number = host.next();
        this.email = "user" + number + "@example.com";
        this.phone = "+52551234" + (1000 + number);
    }

    String subject() {
        return "subject-" + number;
    }

    /** Registers and proves the address. */
    SignInPerson member() {
        assertThat(confirm(register(email), email, Map.of()).status()).isEqualTo(200);
        return this;
    }

    AuthReply register(String address) {
        return host.client()
                .post(
                        "register/",
                        "email",
                        address,
                        "password",
                        password,
                        "password_confirm",
                        password,
                        "first_name",
                        "Ana",
                        "last_name_1",
                        "Ruiz",
                        "terms_and_conditions_accepted",
                        true);
    }

    AuthReply confirm(AuthReply registered, String address, Map<String, Object> more) {
        SentLink link = host.server.kit().emails().lastLink(address);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("uid", link.uid(), "token", link.token()));
        body.put("registration", registered.field("registration"));
        body.putAll(more);
        return transport.as(host.client(), browser).send("POST", "registration/account-confirmation-email/", body);
    }

    /** Adds a telephone number and an account at another site. */
    SignInPerson reachable() {
        SignInTokens in = SignInTokens.of(inBrowser());
        AuthClient client = host.client().bearing(in.access());
        String challenge = client.send("PATCH", "account/update/", Map.of("phone", phone))
                .field("pending_changes", "0", "challenge_id");
        String code = host.server.kit().texts().lastCode(phone);
        assertThat(client.post("account/confirm-change/", "challenge_id", challenge, "code", code)
                        .status())
                .isEqualTo(200);
        assertThat(client.send("POST", "login/social/link/", idToken(client)).status())
                .isEqualTo(200);
        return this;
    }

    /** Has an account in the source system alone. */
    SignInPerson inSourceSystem() {
        elsewhere = true;
        password = SmallDjango.WORD;
        host.old.user(number);
        return this;
    }

    /** Comes over, with what there is so far. */
    SignInPerson arrived() {
        signIn();
        elsewhere = false;
        return this;
    }

    /** Gets an account from an administrator. */
    SignInPerson madeBy(SignInTokens superuser) {
        AuthReply made = host.client()
                .bearing(superuser.access())
                .post("admin/create-staff/", "email", email, "password", password);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        assertThat(SignInTokens.areIn(made)).isFalse();
        return this;
    }

    void beginTotp() {
        if (elsewhere) {
            host.old.totp(number, number, OLD_SECRET_HEX, "confirmed", "false");
            return;
        }
        AuthReply begun =
                host.client().bearing(SignInTokens.of(inBrowser()).access()).post("totp/");
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
    }

    void addTotp() {
        if (elsewhere) {
            host.old.totp(number, number, OLD_SECRET_HEX).tokens(number, number, "abcdefgh");
            app = TotpGenerator.of(OLD_SECRET, host.clock());
            recoveryCodes.add("abcdefgh");
            return;
        }
        AuthClient client = host.client().bearing(SignInTokens.of(inBrowser()).access());
        AuthReply begun = client.post("totp/");
        use(begun);
        AuthReply on = client.post("totp/confirm/", "enrolment_id", begun.field("enrolment_id"), "code", app().code());
        assertThat(on.status()).as("%s", on).isEqualTo(200);
        on.json().path("recovery_codes").forEach(code -> recoveryCodes.add(code.asString()));
    }

    void loseTotp() {
        app = null;
        if (elsewhere) {
            host.old.execute("update otp_totp_totpdevice set digits = 8 where user_id = " + number);
        } else {
            host.lock(email);
        }
    }

    /** Has the application of that answer. */
    void use(AuthReply begun) {
        app = TotpGenerator.of(begun.field("secret"), host.clock());
    }

    /** Has no application any more. */
    void loseApp() {
        app = null;
    }

    void addPasskey() {
        AuthClient client = host.client().bearing(SignInTokens.of(inBrowser()).access());
        JsonNode asked = client.post("passkeys/options/").json();
        key = SoftwareAuthenticator.at(SignInHost.ORIGIN);
        String credential = key.create(
                "localhost",
                asked.at("/public_key/challenge").asString(),
                asked.at("/public_key/user/id").asString());
        AuthReply made = client.post(
                "passkeys/",
                "ceremony_id",
                asked.path("ceremony_id").asString(),
                "credential",
                JsonMapper.shared().readTree(credential),
                "name",
                "phone");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
    }

    void mustHaveFactor() {
        host.required.add(email);
    }

    /** Shows the factor in a browser and has it remembered. */
    void trustBrowser() {
        Map<String, Object> proof = proof(passwordInBrowser());
        proof.put("trust_browser", true);
        AuthReply in = host.client().send("POST", "login/second-factor/", SignInTransport.BODY.said(proof));
        browser = "__Host-trusted-browser=" + SignInTokens.cookie(in, "__Host-trusted-browser");
        assertThat(browser).as("%s", in).hasSizeGreaterThan(50);
    }

    void waitForTrustToEnd() {
        host.pass(SignInHost.TRUST);
    }

    void borrowBrowser() {
        SignInPerson other = new SignInPerson(host, SignInTransport.BODY).member();
        other.addTotp();
        other.trustBrowser();
        browser = other.browser;
    }

    /** Signs in with all that is asked for. */
    SignInTokens signIn() {
        AuthReply first = byPassword();
        return SignInTokens.of(first.status() == 403 ? finish(first) : first);
    }

    /** A sign-in that waits for its second factor. */
    String challenge() {
        AuthReply held = byPassword();
        assertThat(held.status()).as("%s", held).isEqualTo(403);
        return held.field("challenge_id");
    }

    /** Answers a challenge in a browser. */
    AuthReply show(String challenge, String kind, Object proof) {
        return post("login/second-factor/", said("challenge_id", challenge, kind, proof));
    }

    TotpGenerator app() {
        return Objects.requireNonNull(app);
    }

    SoftwareAuthenticator key() {
        return Objects.requireNonNull(key);
    }

    String nextRecoveryCode() {
        return recoveryCodes.remove();
    }

    /** Forgets that the browser is trusted. */
    void otherBrowser() {
        browser = "";
    }

    /** The cookie of the trusted browser. */
    String browser() {
        return browser;
    }

    AuthReply byPassword() {
        return post("login/basic/", said("login", email, "password", password));
    }

    private AuthReply passwordInBrowser() {
        return host.client()
                .send("POST", "login/basic/", SignInTransport.BODY.said(body("login", email, "password", password)));
    }

    private AuthReply inBrowser() {
        AuthReply in = passwordInBrowser();
        assertThat(in.status()).as("%s", in).isEqualTo(200);
        return in;
    }

    /** The second step of a sign-in that was held. */
    AuthReply finish(AuthReply held) {
        return post("login/second-factor/", transport.said(proof(held)));
    }

    /** Adds an application as part of signing in. */
    AuthReply enrol(AuthReply held) {
        AuthReply begun = host.client().post("login/second-factor/totp/", "challenge_id", held.field("challenge_id"));
        use(begun);
        return finish(held);
    }

    private Map<String, Object> proof(AuthReply held) {
        String challenge = held.field("challenge_id");
        if (key != null) {
            Map<String, Object> shown =
                    shown(host.client().post("login/second-factor/passkey/", "challenge_id", challenge));
            shown.put("challenge_id", challenge);
            return shown;
        }
        return app == null
                ? body("challenge_id", challenge, "recovery_code", recoveryCodes.remove())
                : body("challenge_id", challenge, "code", freshCode());
    }

    /** A code that was not shown before. */
    String freshCode() {
        host.pass(Duration.ofMinutes(1));
        return app == null ? "000000" : app.code();
    }

    /** What the authenticator answers; that of a user without a passkey has one that is not registered. */
    Map<String, Object> shown(AuthReply asked) {
        SoftwareAuthenticator shown =
                key == null ? SoftwareAuthenticator.at(SignInHost.ORIGIN).withUserHandle("A".repeat(43)) : key;
        String credential =
                shown.get("localhost", asked.json().at("/public_key/challenge").asString());
        return body(
                "ceremony_id",
                asked.field("ceremony_id"),
                "credential",
                JsonMapper.shared().readTree(credential));
    }

    /** A proof of the account at the other site, for a native client. */
    Map<String, Object> idToken() {
        return idToken(host.client());
    }

    /** The same for whom that client is signed in as. */
    Map<String, Object> idToken(AuthClient client) {
        AuthReply nonce = client.post("login/social/nonce/", "provider", "corp");
        String token = host.corp
                .idToken(SignInHost.CLIENT, subject())
                .nonce(nonce.field("nonce"))
                .verifiedEmail(email)
                .sign();
        return body("provider", "corp", "transaction_id", nonce.field("transaction_id"), "id_token", token);
    }

    /** The same with a code of the other site. */
    Map<String, Object> authorizationCode() {
        host.corp.signsIn(subject(), Map.of("email", email, "email_verified", true));
        AuthReply nonce = host.client().post("login/social/nonce/", "provider", "corp");
        return body(
                "provider",
                "corp",
                "transaction_id",
                nonce.field("transaction_id"),
                "authorization_code",
                OtherSite.code(host.corp.issuer(), nonce.field("nonce")),
                "redirect_uri",
                SignInHost.REDIRECT,
                "code_verifier",
                OtherSite.VERIFIER,
                "client_id",
                SignInHost.CLIENT);
    }

    AuthReply post(String path, Map<String, Object> body) {
        return transport.as(host.client(), browser).send("POST", path, body);
    }

    /** With one cookie more. */
    AuthReply post(String path, String cookie, Map<String, Object> body) {
        String all = browser.isEmpty() ? cookie : browser + "; " + cookie;
        return transport.as(host.client(), all).send("POST", path, body);
    }

    /** In a session. */
    AuthReply post(SignInTokens session, String path, Map<String, Object> body) {
        return transport.as(host.client(), browser, session).send("POST", path, body);
    }

    Map<String, Object> said(Object... members) {
        return transport.said(body(members));
    }

    static Map<String, Object> body(Object... members) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return body;
    }

    void choose(String newPassword) {
        password = newPassword;
    }

    String password() {
        return password;
    }
}
