package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registration.RegistrationClient;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mails with a code or a link tell by what, when and near which place they were asked for. */
abstract class RequestOriginContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String AGENT = "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 http://evil.example/";
    private static final String ORIGIN = "Pedido desde Chrome en Windows, 12:00 UTC, cerca de Porto.";

    private final AtomicInteger looked = new AtomicInteger();
    private Auth node;

    /** For those who extend it. */
    protected RequestOriginContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(builder -> builder.places((address, language) -> {
            looked.incrementAndGet();
            if (address.startsWith("198.")) {
                throw new IllegalStateException("no file of networks");
            }
            return address.startsWith("203.") ? Optional.of("Porto") : Optional.empty();
        }));
        fixture.member(ANA);
    }

    @Test
    void a_code_tells_the_browser_the_time_and_the_place() {
        request("203.0.113.9", AGENT);
        assertThat(last()).contains(ORIGIN).doesNotContain("evil", "203.0");
    }

    @Test
    void a_reset_link_tells_it_too() {
        ClientEvidence shown = ClientEvidence.NONE.withBrowser(BrowserName.of(AGENT));
        node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, "203.0.113.9", "en", shown));
        assertThat(last()).contains(ORIGIN);
    }

    @Test
    void a_confirmation_tells_it_and_one_sent_again_what_is_known() {
        register("bea@acme.example");
        assertThat(lastTo("bea@acme.example")).contains(ORIGIN);
        fixture.clock.advance(Duration.ofHours(1));
        node.registrations().resendConfirmation("bea@acme.example", "203.0.113.9");
        assertThat(lastTo("bea@acme.example")).contains("Pedido a las 13:00 UTC, cerca de Porto.");
    }

    /** A place may be asked of another service: the time of it would tell which addresses are taken. */
    @Test
    void the_place_is_looked_up_for_a_taken_address_as_for_a_free_one() {
        register("bea@acme.example");
        assertThat(looked).hasValue(1);
        register(ANA);
        assertThat(looked).hasValue(2);
        fixture.member("cleo@acme.example");
        changeTo("ana@new.example");
        assertThat(looked).hasValue(3);
        changeTo("cleo@acme.example");
        assertThat(looked).hasValue(4);
    }

    @Test
    void a_code_for_a_new_address_tells_the_browser_that_signed_in() {
        changeTo("ana@new.example");
        assertThat(lastTo("ana@new.example")).contains(ORIGIN).doesNotContain("evil");
    }

    @Test
    void what_is_not_known_is_left_out() {
        request("192.0.2.7", "curl/8.0");
        assertThat(last()).contains("Pedido a las 12:00 UTC.").doesNotContain("curl", "cerca", "192.0");
    }

    @Test
    void a_lookup_that_fails_keeps_no_message_back() {
        request("198.51.100.4", AGENT);
        assertThat(last()).contains("Pedido desde Chrome en Windows, 12:00 UTC.");
    }

    private void request(String address, @Nullable String agent) {
        ClientEvidence shown = ClientEvidence.NONE.withBrowser(BrowserName.of(agent));
        node.codes().request(new CodeLogin.Request(CodeIdentifier.email(ANA), Channel.EMAIL, address, "en", shown));
    }

    private void register(String email) {
        Registration plain = FlowFixture.registration(email, null, null);
        ClientEvidence shown = ClientEvidence.NONE.withBrowser(BrowserName.of(AGENT));
        node.registrations()
                .register(new Registration(
                        plain.identifiers(),
                        plain.password(),
                        plain.person(),
                        plain.termsAccepted(),
                        new RegistrationClient("es", "203.0.113.9", shown)));
    }

    private void changeTo(String email) {
        ClientInfo browser = new ClientInfo(ClientKind.WEB, null, "203.0.113.9", AGENT);
        Caller ana = fixture.caller(FlowFixture.signIn(
                node.login().signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), browser))));
        AccountChange wanted = AccountChange.NONE.withEmail(email);
        assertThat(node.ownAccount().update(ana, wanted, "203.0.113.9").isDone())
                .isTrue();
    }

    private String last() {
        return lastTo(ANA);
    }

    private String lastTo(String address) {
        return fixture.deliver().postbox.lastTo(address).text();
    }
}
