package dev.lockstile.auth.spring.internal.wiring;

import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.ANA;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.done;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.run;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.signIn;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.withAna;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.token.CurrentCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.annotation.Order;

/** Beans of an application stand in place of those of the starter. */
final class OwnBeansTest {

    private final ApplicationContextRunner runner = InMemoryHost.runner();

    @Test
    void each_part_that_the_application_makes_itself_is_there_once() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            assertStandsAlone(AuthKeys.class, AuthKeys::generate);
            assertStandsAlone(AuthSettings.class, AuthTestKit::settings);
            assertStandsAlone(
                    MessageSenders.class, () -> new MessageSenders(List.of(new RecordingEmailSender()), List.of()));
            assertStandsAlone(Auth.class, kit::auth);
            assertStandsAlone(
                    AuthBuilder.class,
                    () -> Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings()));
            assertStandsAlone(CurrentCaller.class, CurrentCaller::new);
        }
    }

    private <T> void assertStandsAlone(Class<T> type, Supplier<T> own) {
        T bean = own.get();
        run(
                runner.withBean("own", type, () -> bean),
                context -> assertThat(context).getBean(type).as(type.getName()).isSameAs(bean));
    }

    @Test
    void rules_of_the_application_count_before_the_region() {
        run(
                runner.withBean(IdentifierRules.class, () -> IdentifierRules.inRegion("PT"))
                        .withPropertyValues("lockstile.region=ES"),
                context -> assertThat(
                                done(context.getBean(Auth.class).admin().create(AccountDraft.ofPhone("912345678")))
                                        .phone())
                        .isEqualTo("+351912345678"));
    }

    @Test
    void second_factors_of_the_application_count_before_the_properties() {
        SecondFactorSettings own = new SecondFactorSettings(null, SecondFactorPolicy.everybody(), null, Duration.ZERO);
        run(
                runner.withBean(SecondFactorSettings.class, () -> own),
                context -> assertThat(signIn(withAna(context), ANA, "192.0.2.7"))
                        .isInstanceOf(Outcome.SecondFactorRequired.class));
    }

    @Test
    void customizers_change_settings_and_wiring_in_their_order() {
        run(
                runner.withBean("late", Late.class)
                        .withBean("early", Early.class)
                        .withPropertyValues("lockstile.locale=de"),
                context -> {
                    assertThat(context.getBean(Auth.class).settings().locale())
                            .isEqualTo(Locale.forLanguageTag("pt-BR"));
                    assertThat(context.getBean(Late.class).order).containsExactly("early", "late");
                });
    }

    @Order(2)
    static final class Late implements LockstileCustomizer {

        private final List<String> order = new ArrayList<>();

        @Override
        public void customize(AuthBuilder builder) {
            order.add("late");
        }

        @Override
        public AuthSettings settings(AuthSettings fromProperties) {
            return fromProperties.withLocale(Locale.forLanguageTag(fromProperties.locale() + "-BR"));
        }
    }

    @Order(1)
    record Early(Late late) implements LockstileCustomizer {

        @Override
        public void customize(AuthBuilder builder) {
            late.order.add("early");
        }

        @Override
        public AuthSettings settings(AuthSettings fromProperties) {
            return fromProperties.withLocale(Locale.forLanguageTag("pt"));
        }
    }
}
