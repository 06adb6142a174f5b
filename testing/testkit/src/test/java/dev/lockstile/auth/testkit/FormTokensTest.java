package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.FormTokens;
import org.junit.jupiter.api.Test;

/** Tokens of forms hold for one browser, one session and one deployment. */
final class FormTokensTest {

    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void a_token_holds_for_the_browser_and_the_session_it_was_made_for() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member("ana@example.com", PASSWORD);
            Caller first = caller(kit);
            Caller second = caller(kit);
            FormTokens forms = kit.auth().formTokens();
            String mark = forms.newMark();
            String token = forms.token(mark, first);
            assertThat(forms.matches(mark, first, token)).isTrue();
            assertThat(forms.matches(forms.newMark(), first, token))
                    .as("another browser")
                    .isFalse();
            assertThat(forms.matches(mark, second, token)).as("another session").isFalse();
            assertThat(forms.matches(mark, null, token)).as("signed out").isFalse();
            assertThat(forms.matches(mark, first, forms.token(mark, null)))
                    .as("from before the sign-in")
                    .isFalse();
            assertThat(forms.matches(mark, first, "")).isFalse();
        }
    }

    @Test
    void a_mark_is_new_each_time_and_fits_a_cookie() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            FormTokens forms = kit.auth().formTokens();
            assertThat(forms.newMark()).matches("[A-Za-z0-9_-]{24}").isNotEqualTo(forms.newMark());
        }
    }

    @Test
    void nodes_that_share_the_digest_key_accept_each_others_tokens_and_no_others() {
        AuthKeys keys = AuthKeys.generate();
        try (Auth one = node(keys);
                Auth two = node(keys);
                Auth stranger = node(AuthKeys.generate())) {
            String mark = one.formTokens().newMark();
            String token = one.formTokens().token(mark, null);
            assertThat(two.formTokens().matches(mark, null, token)).isTrue();
            assertThat(stranger.formTokens().matches(mark, null, token)).isFalse();
        }
    }

    private static Auth node(AuthKeys keys) {
        return Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .keys(keys)
                .email(new RecordingEmailSender())
                .build();
    }

    private static Caller caller(AuthTestKit kit) {
        return kit.auth()
                .sessions()
                .authenticate(kit.signIn("ana@example.com", PASSWORD)
                        .tokens()
                        .access()
                        .reveal())
                .orElseThrow();
    }
}
