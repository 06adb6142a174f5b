package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resets of passwords that an administrator asks for: a link is sent, or the administrator is told that none was. */
abstract class RequestedResetContract extends FlowContract {

    private static final String ROOT = "root@acme.example";
    private static final String ANA = "ana@acme.example";
    private static final String WHY = "ticket 7";

    private Caller root;
    private UserId ana;

    /** For those who extend it. */
    protected RequestedResetContract() {}

    @BeforeEach
    final void begin() {
        fixture.auth
                .admin()
                .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        root = fixture.caller(fixture.signedIn(ROOT));
        fixture.member(ANA);
        ana = fixture.signedIn(ANA).user().id();
    }

    @Test
    void a_request_that_sends_no_link_is_not_done() {
        int before = letters();
        assertThat(request()).isEqualTo(Change.DONE);
        assertThat(letters()).isEqualTo(before + 1);
        assertThat(request()).isEqualTo(Change.THROTTLED);
        assertThat(letters()).isEqualTo(before + 1);
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(request()).isEqualTo(Change.DONE);
        assertThat(letters()).isEqualTo(before + 2);
    }

    @Test
    void the_owner_who_asks_is_not_told_whether_a_link_was_sent() {
        for (int i = 0; i < 2; i++) {
            assertThat(fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null)))
                    .isEqualTo(Outcome.done(true));
        }
    }

    @Test
    void a_transaction_that_holds_a_connection_is_refused_before_anything_is_written() {
        fixture.events.clear();
        fixture.store.<Boolean>join(tx -> {
            assertThatThrownBy(this::request).isInstanceOf(ConnectionHeldException.class);
            return true;
        });
        assertThat(fixture.events).isEmpty();
        assertThat(request()).isEqualTo(Change.DONE);
    }

    private Change request() {
        return fixture.auth.admin().requestPasswordResetAs(root, ana, WHY);
    }

    private int letters() {
        return fixture.deliver().postbox.to(ANA).size();
    }
}
