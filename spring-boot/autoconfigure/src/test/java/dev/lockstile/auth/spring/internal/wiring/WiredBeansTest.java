package dev.lockstile.auth.spring.internal.wiring;

import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.ANA;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.done;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.signIn;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.withAna;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.notice.PlaceLookup;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.BreachedPasswords;
import dev.lockstile.auth.password.PasswordFormat;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.CustomClaims;
import dev.lockstile.auth.token.SignIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of an application that the flows ask are asked. */
final class WiredBeansTest {

    @Test
    void a_sign_in_and_a_registration_ask_each_bean_that_has_a_say() {
        InMemoryHost.runner()
                .withUserConfiguration(Asked.class)
                .withPropertyValues("lockstile.notices.page=https://shop.example/not-me")
                .run(context -> {
                    Auth auth = withAna(context);
                    SignIn first = done(signIn(auth, ANA, "192.0.2.7"));
                    done(signIn(auth, ANA, "198.51.100.9"));
                    signIn(auth, "old@shop.example", "192.0.2.7");
                    auth.sessions().refresh(Secret.of("a token of the former system"));
                    assertThat(auth.registrations().register(Shop.registration("eva@shop.example")))
                            .isInstanceOf(Outcome.Done.class);
                    assertThat(context.getBean(Asked.class).asked)
                            .containsExactly(
                                    "breached passwords",
                                    "counters",
                                    "hook",
                                    "human check",
                                    "legacy accounts",
                                    "legacy tokens",
                                    "listener",
                                    "places",
                                    "risk check");
                    assertThat(claims(first)).contains("\"tenant\":\"acme\"");
                    assertThat(auth.settings().passwords().formats())
                            .extracting(PasswordFormat::id)
                            .containsExactly("own");
                });
    }

    private static String claims(SignIn signIn) {
        String token = signIn.tokens().access().reveal();
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** Notes which of its beans was asked. */
    @Configuration(proxyBeanMethods = false)
    static class Asked {

        private final Set<String> asked = new ConcurrentSkipListSet<>();

        @Bean
        HumanCheck humanCheck() {
            return attempt -> {
                asked.add("human check");
                return HumanCheck.Verdict.passed();
            };
        }

        @Bean
        RiskCheck riskCheck() {
            return attempt -> {
                asked.add("risk check");
                return RiskCheck.Answer.ALLOW;
            };
        }

        @Bean
        AuthHook hook() {
            return new AuthHook() {

                @Override
                public Verdict beforeSignIn(NewSession session) {
                    asked.add("hook");
                    return Verdict.allow();
                }
            };
        }

        @Bean
        AuthListener listener() {
            return event -> asked.add("listener");
        }

        @Bean
        PlaceLookup places() {
            return (address, language) -> {
                asked.add("places");
                return Optional.of("Toledo");
            };
        }

        @Bean
        BreachedPasswords breachedPasswords() {
            return password -> {
                asked.add("breached passwords");
                return 0;
            };
        }

        @Bean
        LegacyTokens legacyTokens() {
            return (token, now) -> {
                asked.add("legacy tokens");
                return Optional.empty();
            };
        }

        @Bean
        LegacyAccounts legacyAccounts() {
            return new LegacyAccounts() {

                @Override
                public Verdict importByPassword(List<Identifier> candidates, Secret password) {
                    asked.add("legacy accounts");
                    return Verdict.NO_MATCH;
                }

                @Override
                public Verdict canImport(Identifier identifier) {
                    return Verdict.NO_MATCH;
                }

                @Override
                public Verdict importOwner(Identifier proven) {
                    return Verdict.NO_MATCH;
                }
            };
        }

        @Bean
        ThrottleCounters counters() {
            return new NotedCounters(ThrottleCounters.inProcess(), asked);
        }

        @Bean
        CustomClaims claims() {
            return CustomClaims.of(Set.of("tenant"), (user, profile) -> Map.of("tenant", "acme"));
        }

        @Bean
        PasswordFormat format() {
            return new PasswordFormat() {

                @Override
                public String id() {
                    return "own";
                }

                @Override
                public boolean recognises(String stored) {
                    return false;
                }

                @Override
                public boolean matches(String stored, byte[] passwordUtf8) {
                    return false;
                }
            };
        }
    }

    /** Notes that a permit was asked for. */
    private record NotedCounters(ThrottleCounters counting, Set<String> asked) implements ThrottleCounters {

        @Override
        public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
            asked.add("counters");
            return counting.admit(permits, attempt, now);
        }

        @Override
        public List<PermitResult> recordFailure(
                String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
            return counting.recordFailure(bucket, spacing, permits, now);
        }

        @Override
        public void release(String bucket) {
            counting.release(bucket);
        }

        @Override
        public void close(Collection<String> buckets, Instant until) {
            counting.close(buckets, until);
        }

        @Override
        public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
            counting.clear(tx, buckets, now);
        }

        @Override
        public int purge(Instant now, int max) {
            return counting.purge(now, max);
        }
    }
}
