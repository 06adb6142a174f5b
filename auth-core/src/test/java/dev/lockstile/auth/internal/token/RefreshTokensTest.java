package dev.lockstile.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {

    private final RefreshTokens tokens = tokens();

    @Test
    void a_token_tells_its_session_generation_and_digest() {
        SessionId session = tokens.newSession();
        RefreshTokens.Minted minted = tokens.mint(session, 41);
        assertThat(tokens.read(minted.token()))
                .contains(new RefreshTokens.Presented(session, minted.state(), minted.token()));
        assertThat(minted.state().generation()).isEqualTo(41);
    }

    @Test
    void the_store_keeps_nothing_that_opens() {
        RefreshTokens.Minted minted = tokens.mint(tokens.newSession(), 0);
        assertThat(minted.token().reveal()).doesNotContain(minted.state().digest());
        assertThat(tokens.read(Secret.of(minted.state().digest()))).isEmpty();
    }

    @Test
    void a_made_up_or_changed_token_is_no_token() {
        String token = tokens.mint(tokens.newSession(), 0).token().reveal();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'Q' : 'A';
            assertThat(tokens.read(Secret.of(token.substring(0, i) + other + token.substring(i + 1))))
                    .isEmpty();
        }
        assertThat(tokens.read(Secret.of(""))).isEmpty();
        assertThat(tokens.read(Secret.of("lsr1_"))).isEmpty();
        assertThat(tokens.read(Secret.of("lsr1_" + "A".repeat(5000)))).isEmpty();
    }

    @Test
    void another_deployment_does_not_know_it() {
        assertThat(tokens().read(tokens.mint(tokens.newSession(), 0).token())).isEmpty();
    }

    private static RefreshTokens tokens() {
        return new RefreshTokens(new Digests(Randomness.secure().bytes(32)), Randomness.secure());
    }
}
