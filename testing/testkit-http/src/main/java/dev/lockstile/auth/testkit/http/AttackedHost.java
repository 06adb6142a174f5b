package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;

/** A host that is served and attacked, and the short ways through its endpoints. */
final class AttackedHost implements AutoCloseable {

    static final String PASSWORD = "plum-harbour-4417";
    static final String OTHER_PASSWORD = "fern-quarry-9052";
    static final String BOOTSTRAP = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    final HostUnderTest host;
    final HttpSettings http;
    final AuthServer server;
    final AuthClient client;

    private AttackedHost(HostUnderTest host, HttpSettings http, AuthServer server) {
        this.host = host;
        this.http = http;
        this.server = server.start();
        this.client = server.client();
    }

    static AttackedHost open(HostUnderTest host, boolean limits) {
        // The rules are the same whatever the names: the suite speaks those of the inherited contract.
        HttpSettings own = host.http().withSnakeCase();
        HttpSettings http = own.pictures() == null ? own.withPictures((bytes, type) -> "/media/1") : own;
        AuthSettings quick = AuthTestKit.quick(host.settings());
        AuthSettings settings =
                limits ? quick : quick.withThrottles(ThrottleSettings.owasp().turnEverythingOff());
        AuthServer server = AuthServer.of(
                () -> AuthTestKit.of(host.wiring().settings(settings).allowBootstrap(Secret.of(BOOTSTRAP))), http);
        try {
            return new AttackedHost(host, http, server);
        } catch (RuntimeException e) {
            host.closing().run();
            throw e;
        }
    }

    void pass(Duration time) {
        server.kit().clock().advance(time);
    }

    /** An authenticator application with that secret, by the clock of the host. */
    TotpGenerator authenticator(String secret) {
        return TotpGenerator.of(secret, server.kit().clock());
    }

    AuthReply register(String email) {
        return client.post(
                "register/",
                "email",
                email,
                "password",
                PASSWORD,
                "password_confirm",
                PASSWORD,
                "first_name",
                "Ana",
                "last_name_1",
                "Ruiz",
                "terms_and_conditions_accepted",
                true);
    }

    /** By a client that did not register. */
    AuthReply confirm(SentLink link) {
        return client.post("registration/account-confirmation-email/", "uid", link.uid(), "token", link.token());
    }

    /** By the client that registered. */
    AuthReply confirm(SentLink link, AuthReply registered) {
        return client.post(
                "registration/account-confirmation-email/",
                "uid",
                link.uid(),
                "token",
                link.token(),
                "registration",
                registered.field("registration"));
    }

    SentLink link(String email) {
        return server.kit().emails().lastLink(email);
    }

    /** The code in the newest message to the address. */
    String code(String email) {
        return server.kit().emails().lastCode(email);
    }

    /** Registers and proves the address. */
    void member(String email) {
        AuthReply registered = register(email);
        assertThat(registered.status()).as("registration").isEqualTo(201);
        assertThat(confirm(link(email), registered).status())
                .as("proof of the address")
                .isEqualTo(200);
    }

    AuthReply login(String email, String password) {
        return client.post("login/basic/", "login", email, "password", password, "client", "web");
    }

    Tokens tokens(String email) {
        AuthReply reply = login(email, PASSWORD);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return Tokens.of(reply);
    }

    AuthClient signedIn(String email) {
        return client.bearing(tokens(email).access());
    }

    AuthReply requestCode(String email) {
        return client.post("otp/request/", "email", email, "channel", "email");
    }

    AuthReply enterCode(String email, String code) {
        return client.post("otp/verify/", "email", email, "code", code, "client", "web");
    }

    AuthReply refresh(String refreshToken) {
        return client.post("token/refresh/", "refresh", refreshToken);
    }

    AuthReply reset(SentLink link, String password) {
        return client.post(
                "password-reset/confirm/",
                "uid",
                link.uid(),
                "token",
                link.token(),
                "new_password",
                password,
                "new_password_confirm",
                password);
    }

    /** A superuser, who signed in a moment ago. */
    AuthClient superuser(String email) {
        AuthReply made = client.with("X-Admin-Bootstrap-Token", BOOTSTRAP)
                .post("admin/create-superuser/", "email", email, "password", PASSWORD);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return signedIn(email);
    }

    /** A code of the same length that is wrong. */
    static String not(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            host.closing().run();
        }
    }

    /** What a sign-in gave. */
    record Tokens(String access, String refresh) {

        static Tokens of(AuthReply reply) {
            return new Tokens(reply.field("tokens", "accessToken"), reply.field("tokens", "refreshToken"));
        }

        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }
}
