package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A group of attacks on one host; they share no user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SignInAttacks {

    SignInHost host;

    /** An empty database. */
    abstract Map<String, String> database();

    @BeforeAll
    void open(@TempDir Path folder) {
        host = SignInHost.open(folder, database());
    }

    @AfterAll
    void close() {
        host.close();
    }

    final SignInPerson member() {
        return new SignInPerson(host, SignInTransport.BODY).member();
    }

    /** With an authenticator application. */
    final SignInPerson enrolled() {
        SignInPerson person = member();
        person.addTotp();
        return person;
    }

    final AuthClient signedIn(SignInPerson person) {
        return host.client().bearing(person.signIn().access());
    }

    static void refused(AuthReply reply, int status, String code) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(SignInTokens.areIn(reply)).isFalse();
    }

    static void in(AuthReply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(SignInTokens.of(reply).access()).isNotEmpty();
    }
}
