package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.devtools.restart.classloader.RestartClassLoader;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How an application is run: on virtual threads, started lazily, restarted in one JVM, shut down with a message in
 * hand.
 */
class RuntimeTest {

    private static final int MANY = 60;

    @Test
    void requests_at_once_are_served_on_virtual_threads_where_the_jvm_has_them() throws Exception {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("spring.threads.virtual.enabled", "true")
                .with("spring.datasource.hikari.maximum-pool-size", "10")
                .with(ThreadName.class)
                .start()) {
            Http http = Http.of(context);
            boolean virtual = http.get("/thread").body().startsWith("VirtualThread");
            assertThat(virtual).isEqualTo(Runtime.version().feature() >= 21);
            ExecutorService clients = Executors.newFixedThreadPool(MANY);
            try {
                List<Callable<Integer>> calls = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    String email = "many" + i + "@shop.example";
                    calls.add(() -> http.post("/auth/register/", Http.registration(email))
                            .statusCode());
                }
                for (Future<Integer> answer : clients.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                    assertThat(answer.get()).isEqualTo(201);
                }
            } finally {
                clients.shutdownNow();
            }
        }
    }

    @Test
    void a_lazy_start_sends_messages_and_refuses_missing_tables_all_the_same() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with("spring.main.lazy-initialization", "true").start()) {
            Http http = Http.of(context);
            HttpResponse<String> registered = http.post("/auth/register/", Http.registration("ana@shop.example"));
            assertThat(registered.statusCode()).isEqualTo(201);
            RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
            emails.await(1, Duration.ofSeconds(20));
            assertThat(http.confirm(emails.lastLink("ana@shop.example"), registered)
                            .statusCode())
                    .isEqualTo(200);
        }
        ShopHost without =
                ShopHost.onH2().with("spring.main.lazy-initialization", "true").with("lockstile.schema.mode", "none");
        assertThatThrownBy(without::start).rootCause().hasMessageContaining("tables-missing");
    }

    @Test
    void a_shutdown_waits_for_the_message_in_hand() throws Exception {
        String url = ShopHost.h2();
        ConfigurableApplicationContext context =
                ShopHost.on(url).with(SlowSender.class).start();
        SlowSender.Gate gate = context.getBean(SlowSender.Gate.class);
        context.getBean(Shop.class).open("ana@shop.example", "acme");
        assertThat(gate.inHand.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(context::close);
        closing.start();
        assertThat(gate.closing.await(20, TimeUnit.SECONDS)).isTrue();
        while (closing.isAlive() && !isIn(closing, Auth.class.getName())) {
            Thread.onSpinWait();
        }
        assertThat(closing.isAlive()).as("it waits").isTrue();
        gate.release.countDown();
        closing.join(20_000);
        assertThat(closing.isAlive()).isFalse();
        try (ConfigurableApplicationContext next = ShopHost.on(url).start()) {
            assertThat(next.getBean(JdbcTemplate.class).queryForList("select outcome from auth_outbox", String.class))
                    .singleElement()
                    .isEqualTo("SENT");
            assertThat(next.getBean(RecordingEmailSender.class).messages()).isEmpty();
        }
    }

    private static boolean isIn(Thread thread, String type) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(type));
    }

    @Test
    void a_restart_in_one_jvm_loads_the_entities_anew_and_finds_the_same_people() throws Exception {
        String url = ShopHost.h2();
        for (int start = 0; start < 3; start++) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            URL ours = RuntimeTest.class.getProtectionDomain().getCodeSource().getLocation();
            try (RestartClassLoader loader = new RestartClassLoader(before, new URL[] {ours})) {
                Thread.currentThread().setContextClassLoader(loader);
                Class<?> application = loader.loadClass("dev.lockstile.auth.spring.shop.ShopApplication");
                assertThat(application.getClassLoader()).isSameAs(loader);
                try (ConfigurableApplicationContext context =
                        ShopHost.on(url).of(application).start()) {
                    Http http = Http.of(context);
                    int status = http.post("/auth/register/", Http.registration("ana" + start + "@shop.example"))
                            .statusCode();
                    assertThat(status).isEqualTo(201);
                    assertThat(context.getBean(JdbcTemplate.class)
                                    .queryForObject("select count(*) from member", Long.class))
                            .isEqualTo(start + 1);
                }
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    /** Tells on what a request is served. */
    @RestController
    static class ThreadName {

        @GetMapping("/thread")
        String name() {
            return Thread.currentThread().toString();
        }
    }

    /** A provider that takes its time. */
    @Configuration(proxyBeanMethods = false)
    static class SlowSender {

        /** What the test and the provider tell each other. */
        static final class Gate implements ApplicationListener<ContextClosedEvent> {

            private final CountDownLatch inHand = new CountDownLatch(1);
            private final CountDownLatch closing = new CountDownLatch(1);
            private final CountDownLatch release = new CountDownLatch(1);

            @Override
            public void onApplicationEvent(ContextClosedEvent event) {
                closing.countDown();
            }
        }

        @Bean
        Gate gate() {
            return new Gate();
        }

        @Bean
        @Primary
        MessageSenders slow(Gate gate) {
            return new MessageSenders(List.of(new Slow(gate)), List.of());
        }

        private record Slow(Gate gate) implements EmailSender {

            @Override
            public void send(EmailMessage message) {
                gate.inHand.countDown();
                try {
                    gate.release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("the shutdown did not wait", e);
                }
            }
        }
    }
}
