package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.ClientEvidence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mails with a code or a link tell by what, when and near which place they were asked for. */
abstract class RequestOriginContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String AGENT = "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 http://evil.example/";
    private static final String ORIGIN = "Pedido desde Chrome en Windows, 12:00 UTC, cerca de Porto.";

    private Auth node;

    /** For those who extend it. */
    protected RequestOriginContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(builder -> builder.places((address, language) -> {
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

    private String last() {
        return fixture.deliver().postbox.lastTo(ANA).text();
    }
}
