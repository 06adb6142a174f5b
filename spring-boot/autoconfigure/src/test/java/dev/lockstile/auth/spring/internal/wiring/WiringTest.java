package dev.lockstile.auth.spring.internal.wiring;

import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.ANA;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.PASSWORD;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.done;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.run;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.signIn;
import static dev.lockstile.auth.spring.internal.wiring.InMemoryHost.withAna;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.BreachedPasswords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.spring.internal.settings.FlowProperties;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** What properties of an application change beside the settings of flows, and how its customizers count. */
final class WiringTest {

    private final ApplicationContextRunner runner = InMemoryHost.runner();

    @Test
    void a_new_place_is_told_where_a_page_for_it_is_named_alone() {
        assertThat(mailsOfTwoPlaces()).isZero();
        assertThat(mailsOfTwoPlaces("lockstile.notices.page=https://shop.example/not-me"))
                .isOne();
    }

    @Test
    void what_counts_where_breached_passwords_cannot_be_asked_is_that_of_the_property() {
        ApplicationContextRunner failing = runner.withBean(BreachedPasswords.class, () -> password -> {
            throw new BreachedPasswords.SourceException("the source does not answer");
        });
        run(failing, context -> assertThat(withAna(context)).isNotNull());
        run(
                failing.withPropertyValues("lockstile.passwords.breach-outage=refuse"),
                context -> assertThat(context.getBean(Auth.class)
                                .admin()
                                .create(AccountDraft.ofEmail(ANA).withPassword(PASSWORD)))
                        .isNotInstanceOf(Outcome.Done.class));
    }

    private long mailsOfTwoPlaces(String... properties) {
        long[] mails = {0};
        run(runner.withPropertyValues(properties), context -> {
            Auth auth = withAna(context);
            done(signIn(auth, ANA, "192.0.2.7"));
            done(signIn(auth, ANA, "198.51.100.9"));
            OutboxStore.Counts counts = auth.messages().figures(Instant.EPOCH);
            mails[0] = counts.waiting() + counts.sent();
        });
        return mails[0];
    }

    @Test
    void codes_stand_in_the_subject_and_at_the_end_of_a_text_where_the_properties_say_so() {
        run(runner.withBean(RecordingSmsSender.class), context -> {
            Auth auth = withCodes(context);
            String code = context.getBean(RecordingEmailSender.class).lastCode(ANA);
            assertThat(context.getBean(RecordingEmailSender.class).last(ANA).subject())
                    .doesNotContain(code);
            assertThat(context.getBean(RecordingSmsSender.class)
                            .last("+34612345678")
                            .text())
                    .doesNotContain("@shop.example");
            assertThat(context.getBean(RecordingEmailSender.class).last(ANA).text())
                    .doesNotContain("help@shop.example");
            assertThat(auth.settings().signInMethods()).isEqualTo(SignInMethods.standard());
        });
        run(
                runner.withBean(RecordingSmsSender.class)
                        .withPropertyValues(
                                "lockstile.email.code-in-subject=true",
                                "lockstile.email.support=help@shop.example",
                                "lockstile.sms.bound-to=shop.example"),
                context -> {
                    withCodes(context);
                    String code = context.getBean(RecordingEmailSender.class).lastCode(ANA);
                    assertThat(context.getBean(RecordingEmailSender.class)
                                    .last(ANA)
                                    .subject())
                            .contains(code);
                    assertThat(context.getBean(RecordingEmailSender.class)
                                    .last(ANA)
                                    .text())
                            .contains("Questions? help@shop.example");
                    String text = context.getBean(RecordingSmsSender.class)
                            .last("+34612345678")
                            .text();
                    assertThat(text).contains("@shop.example #");
                });
    }

    @Test
    void a_phone_number_without_a_country_is_one_of_the_region() {
        for (String region : List.of("ES", "PT")) {
            run(runner.withPropertyValues("lockstile.region=" + region), context -> {
                Auth auth = context.getBean(Auth.class);
                UserInfo made = done(auth.admin().create(AccountDraft.ofPhone("912345678")));
                assertThat(made.phone()).as(region).isEqualTo((region.equals("ES") ? "+34" : "+351") + "912345678");
            });
        }
        run(
                runner,
                context -> assertThat(context.getBean(Auth.class).admin().create(AccountDraft.ofPhone("912345678")))
                        .isNotInstanceOf(Outcome.Done.class));
    }

    @Test
    void the_bootstrap_secret_of_the_properties_makes_the_first_superuser() {
        String secret = "5f2c9b1e7a6d40c38e1b2a9d7f60c4e3";
        NewAdmin root = new NewAdmin("root@shop.example", PASSWORD, NewAdmin.Rank.SUPERUSER);
        run(
                runner,
                context -> assertThat(context.getBean(Auth.class).admin().bootstrapSuperuser(Secret.of(secret), root))
                        .isNotInstanceOf(Outcome.Done.class));
        run(runner.withPropertyValues("lockstile.keys.bootstrap-secret=" + secret), context -> {
            Auth auth = context.getBean(Auth.class);
            assertThat(auth.admin().bootstrapSuperuser(Secret.of(secret + "0"), root))
                    .isNotInstanceOf(Outcome.Done.class);
            assertThat(auth.admin().bootstrapSuperuser(Secret.of(secret), root)).isInstanceOf(Outcome.Done.class);
        });
    }

    @Test
    void a_policy_for_staff_asks_accounts_with_a_right_alone() {
        NewAdmin root = new NewAdmin("root@shop.example", PASSWORD, NewAdmin.Rank.SUPERUSER);
        for (String policy : List.of("optional", "staff", "everybody")) {
            run(runner.withPropertyValues("lockstile.factors.policy=" + policy), context -> {
                Auth auth = withAna(context);
                done(auth.admin().createFirstSuperuser(root));
                assertThat(signIn(auth, root.email(), "192.0.2.7") instanceof Outcome.SecondFactorRequired)
                        .as(policy)
                        .isEqualTo(!policy.equals("optional"));
                assertThat(signIn(auth, ANA, "192.0.2.7") instanceof Outcome.SecondFactorRequired)
                        .as(policy)
                        .isEqualTo(policy.equals("everybody"));
            });
        }
    }

    @Test
    void messages_go_to_the_console_in_development_alone() {
        ApplicationContextRunner silent = InMemoryHost.withoutSenders();
        run(
                silent,
                context -> assertThat(context.getBean(MessageSenders.class).email())
                        .extracting(EmailSender::name)
                        .containsExactly("console"));
        silent.withPropertyValues("spring.profiles.active=live", "lockstile.base-url=https://shop.example")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("email-sender-missing"));
    }

    @Test
    void the_library_starts_before_requests_come_in() {
        run(
                runner,
                context -> assertThat(context.getBean("lockstileLifecycle", SmartLifecycle.class)
                                .getPhase())
                        .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE));
    }

    /** YAML reads the word off as false. */
    @Test
    void second_factors_that_are_off_in_any_spelling_are_not_told() {
        for (String policy : List.of("off", "OFF", "false")) {
            run(
                    runner.withPropertyValues("lockstile.factors.policy=" + policy),
                    context -> assertThat(line(context))
                            .contains("e-mail by recording")
                            .doesNotContain("second factors"));
        }
        run(
                runner.withPropertyValues("lockstile.factors.policy=STAFF"),
                context -> assertThat(line(context)).contains("second factors (staff)"));
    }

    private static String line(AssertableApplicationContext context) {
        return new SwitchedOn(context.getBean(Auth.class), context, context.getEnvironment()).line();
    }

    @Test
    void without_passwords_links_and_codes_count_as_ways_to_sign_in() {
        assertThat(methods("lockstile.flows.passwords=true")).isEqualTo(SignInMethods.standard());
        SignInMethods links = SignInMethods.standard().withoutPasswords().countLinks();
        assertThat(methods("lockstile.flows.passwords=false")).isEqualTo(links.countCodes());
        assertThat(methods("lockstile.flows.passwords=false", "lockstile.flows.codes=false"))
                .isEqualTo(links);
    }

    private SignInMethods methods(String... properties) {
        SignInMethods[] found = new SignInMethods[1];
        run(
                runner.withUserConfiguration(Flows.class).withPropertyValues(properties),
                context -> found[0] = context.getBean(Auth.class).settings().signInMethods());
        return found[0];
    }

    private static Auth withCodes(AssertableApplicationContext context) {
        Auth auth = withAna(context);
        for (CodeLogin.Request request : List.of(
                new CodeLogin.Request(CodeLogin.CodeIdentifier.email(ANA), Channel.EMAIL, "192.0.2.7"),
                new CodeLogin.Request(CodeLogin.CodeIdentifier.phone("+34612345678"), Channel.SMS, "192.0.2.7"))) {
            assertThat(auth.codes().request(request)).isInstanceOf(Outcome.Done.class);
        }
        context.getBean(RecordingEmailSender.class).await(1, Duration.ofSeconds(10));
        context.getBean(RecordingSmsSender.class).await(1, Duration.ofSeconds(10));
        return auth;
    }

    @EnableConfigurationProperties(FlowProperties.class)
    static class Flows {}
}
