package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.social.SocialUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** OI4, F8: keys are fetched when they are needed, seldom, and serve on while the provider is down. */
final class KeyRotationTest extends ProviderTest {

    private static final int PEOPLE = 20;
    private static final int CROWD = 80;

    @Test
    void start_up_asks_nobody_and_sign_ins_ask_once() throws Exception {
        assertThat(site.requests(DISCOVERY)).isZero();
        for (int i = 0; i < 10; i++) {
            proven(token().sign());
        }
        assertThat(site.requests(DISCOVERY)).isEqualTo(1);
        assertThat(site.requests("/keys")).isEqualTo(1);
    }

    @Test
    void a_new_key_is_fetched_when_a_token_names_it() throws Exception {
        String old = token().sign();
        proven(old);
        site.rotateKeys();
        proven(token().sign());
        assertThat(site.requests("/keys")).isEqualTo(2);
        assertRefused(old, "not one of the provider's");
    }

    @Test
    void a_flood_of_unknown_keys_fetches_five_times_in_five_minutes() throws Exception {
        proven(token().sign());
        String published = site.keySet();
        site.rotateKeys();
        String forged = token().sign();
        site.answer("/keys", 200, published);
        int refused = 0;
        for (int i = 0; i < 50; i++) {
            try {
                assertRefused(forged, "not one of the provider's");
                refused++;
            } catch (SocialUnavailableException tooOften) {
                assertThat(tooOften).hasMessageContaining("too often");
            }
        }
        assertThat(refused).isEqualTo(4);
        assertThat(site.requests("/keys")).isEqualTo(5);
        clock.pass(Duration.ofMinutes(5));
        assertRefused(token().sign(), "not one of the provider's");
        assertThat(site.requests("/keys")).isEqualTo(6);
    }

    @Test
    void a_token_that_is_not_for_us_fetches_nothing() throws Exception {
        assertRefused(token().claim("aud", "another-client").sign(), "another audience");
        assertRefused(token().claim("nonce", "another").sign(), "another nonce");
        assertThat(site.requests("/keys")).isZero();
        assertThat(site.requests(DISCOVERY)).isZero();
    }

    @Test
    void known_keys_serve_while_the_provider_is_down() throws Exception {
        proven(token().sign());
        site.answer("/keys", 503, "{}").answer(DISCOVERY, 503, "{}");
        proven(token().sign());
        clock.pass(Duration.ofDays(3));
        proven(token().sign());
        proven(token().sign());
    }

    @Test
    void an_unknown_key_of_a_provider_that_is_down_is_unavailable_not_refused() throws Exception {
        proven(token().sign());
        site.rotateKeys().answer("/keys", 503, "{}");
        assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> verify(token().sign()));
        site.mend("/keys");
        proven(token().sign());
    }

    @Test
    void a_provider_that_was_down_at_first_is_asked_again_after_five_seconds() throws Exception {
        site.answer(DISCOVERY, 503, "{}");
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(SocialUnavailableException.class).isThrownBy(() -> verify(token().sign()));
        }
        assertThat(site.requests(DISCOVERY)).isEqualTo(1);
        site.mend(DISCOVERY);
        clock.pass(Duration.ofSeconds(5));
        proven(token().sign());
    }

    @Test
    void keys_are_fetched_anew_after_an_hour_so_that_a_withdrawn_one_ends() throws Exception {
        String old = token().sign();
        proven(old);
        site.rotateKeys();
        proven(old);
        clock.pass(Duration.ofHours(1).plusSeconds(1));
        assertRefused(site.idToken(CLIENT, "x").nonce("another").sign(), "another nonce");
        proven(token().sign());
        assertThat(site.requests("/keys")).isEqualTo(2);
    }

    @Test
    void a_crowd_with_an_unknown_key_does_not_wait_for_a_provider_that_hangs() throws Exception {
        proven(token().sign());
        CountDownLatch open = rotateWhileItHangs();
        String token = token().sign();
        ExecutorService people = Executors.newFixedThreadPool(CROWD);
        try {
            ExecutorCompletionService<String> answers = new ExecutorCompletionService<>(people);
            for (int i = 0; i < CROWD; i++) {
                answers.submit(() -> answer(token));
            }
            for (int i = 0; i < CROWD / 2; i++) {
                assertThat(answers.take().get()).as("while it hangs").contains("enough wait");
            }
            open.countDown();
            List<String> others = new ArrayList<>();
            for (int i = CROWD / 2; i < CROWD; i++) {
                others.add(answers.take().get());
            }
            assertThat(others).contains("proven");
        } finally {
            open.countDown();
            people.shutdownNow();
        }
        assertThat(site.requests("/keys")).isEqualTo(2);
    }

    private String answer(String token) throws Exception {
        try {
            proven(token);
            return "proven";
        } catch (SocialUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private CountDownLatch rotateWhileItHangs() {
        site.rotateKeys();
        String published = site.keySet();
        CountDownLatch open = new CountDownLatch(1);
        site.answer("/keys", exchange -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] bytes = published.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return open;
    }

    @Test
    void many_who_wait_for_a_new_key_fetch_it_once() throws Exception {
        proven(token().sign());
        CountDownLatch open = rotateWhileItHangs();
        String token = token().sign();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                waiting.add(people.submit(() -> proven(token)));
            }
            open.countDown();
            for (Future<?> each : waiting) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(site.requests("/keys")).isEqualTo(2);
    }
}
