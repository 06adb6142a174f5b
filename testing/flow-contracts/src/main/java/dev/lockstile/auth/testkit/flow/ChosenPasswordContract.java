package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.legacy.LegacyTokens.LegacyToken;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thief has a token of the legacy system, and renews it over there whenever he likes. A password that is chosen here
 * is the owner's way to be rid of him, though the address was proven long ago.
 */
@Tag("keys")
abstract class ChosenPasswordContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Secret NEXT = Secret.of("quiet-meadow-9921");

    private SignIn owner;
    private Auth bridged;

    /** For those who extend it. */
    protected ChosenPasswordContract() {}

    @BeforeEach
    final void bridge() {
        fixture.member(ADDRESS);
        owner = fixture.signedIn(ADDRESS);
        bridged = fixture.nodeBeside((token, now) -> {
            String key = Md5.of(token.reveal());
            LegacyOrigin origin = new LegacyOrigin("old", "tokens", key, "bridge", key);
            return Optional.of(new LegacyToken(owner.user().id(), null, key, origin, now));
        });
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(exchange("before")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void tokens_of_the_legacy_system_end_with_a_reset() {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        assertThat(bridged.passwords().confirmReset(fixture.linkTo(ADDRESS), NEXT))
                .isInstanceOf(Outcome.Done.class);
        assertEnded();
    }

    @Test
    void tokens_of_the_legacy_system_end_with_a_change_of_the_password() {
        Caller caller = fixture.caller(owner);
        assertThat(bridged.passwords().change(caller, Secret.of(FlowFixture.PASSWORD), NEXT))
                .isInstanceOf(Outcome.Done.class);
        assertEnded();
    }

    @Test
    void a_change_that_is_refused_ends_nothing() {
        Caller caller = fixture.caller(owner);
        assertThat(bridged.passwords().change(caller, Secret.of("not-the-word-11"), NEXT))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(exchange("renewed over there")).isInstanceOf(Outcome.Done.class);
    }

    private void assertEnded() {
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(exchange("renewed over there since")).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    private Outcome<TokenPair> exchange(String token) {
        return bridged.sessions().refresh(Secret.of(token), RefreshClient.UNNAMED);
    }
}
