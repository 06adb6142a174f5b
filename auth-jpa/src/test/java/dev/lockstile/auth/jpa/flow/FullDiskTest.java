package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database without room for a session: what is answered as unavailable gives back what it took. */
@Timeout(60)
final class FullDiskTest {

    private static final CodeIdentifier ANA = CodeIdentifier.email("person1@acme.example");
    private static final String PASSWORD = "plum-harbour-4417";
    private static final ClientInfo CLIENT = ClientInfo.web("192.0.2.1");
    private static final int MANY = 30;
    private static final int MORE_THAN_ATTEMPTS = 7;

    private final OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.POSTGRES);
    private final List<AuthEvent> trail = new CopyOnWriteArrayList<>();
    private final AuthTestKit kit = AuthTestKit.of(
            Auth.builder(host.store()).settings(AuthTestKit.settings()).audit(trail::add));

    @BeforeEach
    void addAna() {
        kit.member(ANA.text(), PASSWORD);
    }

    @AfterEach
    void close() {
        kit.close();
        host.close();
    }

    @Test
    void the_right_code_is_still_right_when_there_is_room_again() {
        Secret code = codeToAna();
        fillDisk();
        for (int i = 0; i < MORE_THAN_ATTEMPTS; i++) {
            assertThatThrownBy(() -> enter(code)).isInstanceOf(StoreUnavailableException.class);
        }
        makeRoom();
        assertThat(enter(code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void right_passwords_pause_nobody() {
        fillDisk();
        for (int i = 0; i < MANY; i++) {
            assertThatThrownBy(this::signIn).isInstanceOf(StoreUnavailableException.class);
        }
        makeRoom();
        assertThat(signIn()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_outage_is_no_failed_sign_in() {
        fillDisk();
        trail.clear();
        assertThatThrownBy(this::signIn).isInstanceOf(StoreUnavailableException.class);
        assertThat(trail).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuthEvent.Outcome.UNAVAILABLE);
            assertThat(event.name()).isEqualTo("sys_unavailable");
            assertThat(event.detail()).isEqualTo("SIGN_IN");
        });
    }

    private Outcome<SignIn> signIn() {
        return kit.auth().login().signIn(new PasswordLogin.Request(ANA.text(), Secret.of(PASSWORD), CLIENT));
    }

    private Secret codeToAna() {
        kit.auth().codes().request(new CodeLogin.Request(ANA, Channel.EMAIL, "192.0.2.1"));
        return Secret.of(kit.deliver().emails().lastCode(ANA.text()));
    }

    private Outcome<SignIn> enter(Secret code) {
        return kit.auth().codes().verify(new CodeLogin.Attempt(ANA, null, code, CLIENT));
    }

    private void fillDisk() {
        host.sql(
                "create function full_disk() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$",
                "create trigger full_disk before insert on auth_session for each row execute function full_disk()");
    }

    private void makeRoom() {
        host.sql("drop trigger full_disk on auth_session");
    }
}
