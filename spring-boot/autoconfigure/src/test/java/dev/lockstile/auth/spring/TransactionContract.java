package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.spring.shop.Desk;
import dev.lockstile.auth.spring.shop.Desks;
import dev.lockstile.auth.spring.shop.Member;
import dev.lockstile.auth.spring.shop.Members;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The application's transactions and the library's are the same ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransactionContract {

    private static final int MANY = 100;

    private ConfigurableApplicationContext context;
    private Shop shop;
    private Desks desks;
    private Members members;
    private RecordingEmailSender emails;

    abstract String url();

    @BeforeAll
    void start() {
        context = ShopHost.on(url())
                .with("spring.datasource.hikari.maximum-pool-size", "10")
                .with("spring.datasource.hikari.connection-timeout", "30000")
                .with(Hooks.class)
                .start();
        shop = context.getBean(Shop.class);
        desks = context.getBean(Desks.class);
        members = context.getBean(Members.class);
        emails = context.getBean(RecordingEmailSender.class);
    }

    @AfterAll
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    @BeforeEach
    void forget() {
        desks.deleteAll();
    }

    @Test
    void a_registration_and_an_own_row_are_committed_together_and_the_message_leaves() {
        assertThat(shop.open("ana@shop.example", "acme")).isInstanceOf(Outcome.Done.class);
        assertThat(members.findByEmail("ana@shop.example").map(Member::company)).hasValue("acme");
        assertThat(desks.findAll()).extracting(Desk::name).containsExactly("acme");
        assertThat(sentTo("ana@shop.example")).isTrue();
    }

    @Test
    void a_registration_goes_with_the_own_row_and_no_message_leaves() {
        assertThatThrownBy(() -> shop.open("bob@shop.example", "refused")).isInstanceOf(IllegalStateException.class);
        assertThat(members.findByEmail("bob@shop.example")).isEmpty();
        assertThat(desks.count()).isZero();
        assertThat(context.getBean(JdbcTemplate.class)
                        .queryForObject("select count(*) from auth_outbox where recipient like 'bob@%'", Long.class))
                .isZero();
        assertThat(shop.open("bob@shop.example", "later")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_hook_sees_the_new_user_through_a_repository_and_its_row_goes_with_the_veto() {
        Auth auth = context.getBean(Auth.class);
        auth.registrations().register(Shop.registration("seen@hook.example"));
        assertThat(desks.findAll()).extracting(Desk::name).containsExactly("hook of seen@hook.example");
        auth.registrations().register(Shop.registration("veto@hook.example"));
        assertThat(desks.count()).isEqualTo(1);
        assertThat(members.findByEmail("veto@hook.example")).isEmpty();
    }

    @Test
    void work_joins_the_transaction_of_an_entity_manager_that_the_application_opened() {
        EntityManagerFactory entities = context.getBean(EntityManagerFactory.class);
        Instant now = Instant.now();
        AuthStore.Work<Boolean> once = tx -> tx.throttles().take("joined", 1, Duration.ofHours(1), now);
        try (EntityManager opened = entities.createEntityManager()) {
            JpaAuthStore joining =
                    JpaAuthStore.builder(entities).joining(() -> opened).build();
            opened.getTransaction().begin();
            assertThat(joining.join(once)).isTrue();
            opened.getTransaction().rollback();
        }
        assertThat(context.getBean(AuthStore.class).alone(once)).isTrue();
    }

    @Test
    void a_hundred_transactional_registrations_at_once_succeed_on_a_pool_of_ten() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Callable<Outcome<Registration.Accepted>>> calls = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                String email = "many" + i + "@shop.example";
                calls.add(() -> shop.open(email, "many"));
            }
            for (Future<Outcome<Registration.Accepted>> result : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                assertThat(result.get()).isInstanceOf(Outcome.Done.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(desks.count()).isEqualTo(MANY);
    }

    @Test
    void a_transaction_that_holds_a_connection_is_told_so_and_stays_as_it_is() {
        assertThatThrownBy(() -> shop.rowFirst("held@shop.example")).isInstanceOf(ConnectionHeldException.class);
        assertThat(members.findByEmail("held@shop.example")).isEmpty();
    }

    @Test
    void a_read_of_the_library_begins_no_transaction_in_an_application_as_spring_boot_wires_it() {
        assertThat(context.getBean(AuthStore.class)
                        .<Boolean>read(tx -> TransactionSynchronizationManager.isActualTransactionActive()))
                .isFalse();
    }

    @Test
    void a_statement_of_the_shop_outside_of_a_transaction_is_still_committed_by_itself() {
        JdbcTemplate plain = context.getBean(JdbcTemplate.class);
        for (int i = 0; i < 20; i++) {
            members.count(); // takes and gives back a connection through Hibernate
            plain.update("insert into desk (id, name) values (?, 'plain')", 1_000_000 + i);
        }
        assertThat(desks.findAll())
                .filteredOn(desk -> desk.name().equals("plain"))
                .hasSize(20);
    }

    private boolean sentTo(String address) {
        emails.await(1, Duration.ofSeconds(10));
        for (int i = 0; i < 100; i++) {
            List<EmailMessage> arrived = emails.messages();
            if (arrived.stream().anyMatch(message -> message.to().equals(address))) {
                return true;
            }
            emails.await(arrived.size() + 1, Duration.ofSeconds(10));
        }
        return false;
    }

    /** Writes a row of its own, and is against one address. */
    @Configuration(proxyBeanMethods = false)
    static class Hooks {

        @Bean
        AuthHook writing(Desks desks, JpaAuthStore store) {
            return new AuthHook() {
                @Override
                public Verdict beforeRegistration(NewAccount account) {
                    Member member = store.managed(Member.class, account.user().id());
                    Optional<String> email = Optional.ofNullable(member.getEmail());
                    if (email.filter(address -> address.endsWith("@hook.example"))
                            .isEmpty()) {
                        return Verdict.allow();
                    }
                    desks.save(new Desk("hook of " + email.get()));
                    return email.get().startsWith("veto") ? Verdict.veto("not_wanted") : Verdict.allow();
                }
            };
        }
    }
}
