package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstile.auth.Auth;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Two processes under a steady load of all flows for an hour, or for {@code -Dlockstile.minutes}: no unexpected answer,
 * every message once, and in the last ten minutes no more heap, threads, connections, open files and rows than in the
 * first ten after the warm-up. Stories begin at a rate, {@code -Dlockstile.stories} a second, however long those before
 * them take.
 */
final class SoakTest {

    private static final long SECONDS =
            Math.round(60 * Double.parseDouble(System.getProperty("lockstile.minutes", Proof.FULL ? "60" : "0.3")));
    private static final double STORIES =
            Double.parseDouble(System.getProperty("lockstile.stories", Proof.FULL ? "30" : "12"));
    static final int PEOPLE_AT_ONCE = 48;
    private static final long EVERY = Math.max(1, Math.min(10, SECONDS / 9));

    /** Samples from one collection of the heap to the next, so that few requests wait for one. */
    private static final int COLLECT = EVERY == 10 ? 6 : 1;

    /** So many unexpected answers end the load. */
    private static final int MOST_TOLD = 20;

    /** What a clean-up empties once all is over. */
    private static final Set<String> EMPTIED =
            Set.of("auth_otp_code", "auth_session", "auth_challenge", "auth_outbox", "auth_email_log");

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final List<SoakSample> samples = Collections.synchronizedList(new ArrayList<>());
    private final Duration life = Duration.ofSeconds(Math.max(20, Math.min(120, SoakVerdict.warmUp(SECONDS) / 3)));

    @Test
    void nothing_grows_and_nothing_is_lost_under_a_steady_load() throws Exception {
        try (ProofDatabase database = ProofDatabase.postgres();
                ProofFixture fixture = new ProofFixture(database);
                SoakNodes nodes = watched(fixture)) {
            SoakClient http = new SoakClient(nodes.ports());
            SoakStories stories = new SoakStories(http, nodes, STORIES);
            settle(stories);
            http.times();
            load(fixture, nodes, http, stories);
            SoakVerdict verdict = SoakVerdict.of(samples, SECONDS);
            Proof.note("SoakTest: " + SECONDS + " s, " + STORIES + " stories a second, " + stories.registered()
                    + " accounts, " + nodes.sent().size() + " messages, " + busy() + " % of the machine busy");
            verdict.figures().forEach(line -> Proof.note("SoakTest: " + line));
            assertThat(unexpected).as("unexpected").isEmpty();
            everyMessageOnce(fixture, nodes);
            assertThat(verdict.growths(SECONDS >= 180)).as("growth").isEmpty();
            assertThat(fixture.number("select count(*) from auth_user")).isLessThanOrEqualTo(stories.registered());
            assertThat(fixture.number("select count(*) from auth_profile")).isLessThanOrEqualTo(stories.registered());
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD, SoakStories.OTHER_PASSWORD));
            nothingStays(fixture);
        }
    }

    /** Nodes on a database that notes the id of each message of a committed transaction. */
    private SoakNodes watched(ProofFixture fixture) {
        fixture.execute("create table soak_message (id varchar(64) primary key)");
        fixture.execute("create function soak_note() returns trigger language plpgsql as"
                + " 'begin insert into soak_message values (new.id); return new; end'");
        fixture.execute("create trigger soak_note after insert on auth_outbox for each row"
                + " when (new.outcome is null) execute function soak_note()");
        return new SoakNodes(fixture, 2, life, unexpected);
    }

    private void settle(SoakStories stories) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(8);
        for (int i = 0; i < stories.population(); i++) {
            int number = i;
            people.execute(() -> live(stories::settle, number));
        }
        people.shutdown();
        assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(unexpected).isEmpty();
    }

    private void load(ProofFixture fixture, SoakNodes nodes, SoakClient http, SoakStories stories)
            throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
        AtomicInteger story = new AtomicInteger();
        long begin = System.nanoTime();
        long apart = Math.round(TimeUnit.SECONDS.toNanos(1) / STORIES);
        clock.scheduleAtFixedRate(
                () -> {
                    int number = story.getAndIncrement();
                    people.execute(() -> {
                        http.took("wait for a turn", System.nanoTime() - begin - number * apart);
                        live(stories::live, number);
                    });
                },
                0,
                apart,
                TimeUnit.NANOSECONDS);
        CountDownLatch left = new CountDownLatch((int) (SECONDS / EVERY));
        clock.scheduleAtFixedRate(
                () -> {
                    live(number -> sample(fixture, nodes, http, begin), 0);
                    do {
                        left.countDown();
                    } while (unexpected.size() >= MOST_TOLD && left.getCount() > 0);
                },
                EVERY,
                EVERY,
                TimeUnit.SECONDS);
        assertThat(left.await(SECONDS + 120, TimeUnit.SECONDS)).isTrue();
        clock.shutdown();
        people.shutdown();
        assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    private void live(IntConsumer act, int number) {
        try {
            act.accept(number);
        } catch (RuntimeException | AssertionError e) {
            if (unexpected.size() < MOST_TOLD) {
                unexpected.add(e.toString());
            }
        }
    }

    private void sample(ProofFixture fixture, SoakNodes nodes, SoakClient http, long begin) {
        long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        Map<String, Long> figures = new TreeMap<>();
        nodes.look(samples.size() % COLLECT == 0, figures);
        rows(fixture, figures);
        figures.put("machine cpu", Math.round(machine.getCpuLoad() * 100));
        SoakSample sample = new SoakSample(second, figures, http.times());
        samples.add(sample);
        Proof.note("soak " + sample.line());
    }

    private static void rows(ProofFixture fixture, Map<String, Long> into) {
        texts(
                        fixture,
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_name like 'auth\\_%'")
                .forEach(table -> into.put("rows " + table, fixture.number("select count(*) from " + table)));
    }

    private static Set<String> texts(ProofFixture fixture, String query) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = fixture.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** How busy the whole machine was, the database and the clients among it. */
    private long busy() {
        return SoakSample.median(samples, "machine cpu");
    }

    private static void everyMessageOnce(ProofFixture fixture, SoakNodes nodes) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (fixture.number("select count(*) from auth_outbox where finished_at is null") > 0
                && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        Set<String> committed = texts(fixture, "select id from soak_message");
        Map<String, Integer> sent = nodes.sent();
        assertThat(committed).as("messages").hasSizeGreaterThan(100);
        assertThat(committed.stream().filter(id -> !sent.containsKey(id)))
                .as("lost")
                .isEmpty();
        assertThat(sent.keySet().stream().filter(id -> !committed.contains(id)))
                .as("sent and not committed")
                .isEmpty();
        assertThat(sent.values().stream().filter(times -> times != 1))
                .as("sent twice")
                .isEmpty();
    }

    /** When every lifetime is over, a clean-up leaves nothing of what ends. */
    private void nothingStays(ProofFixture fixture) {
        try (Auth later = fixture.later(Duration.ofDays(1))) {
            later.upkeep().cleanUp(SoakNode.retention(life));
        }
        Map<String, Long> figures = new TreeMap<>();
        rows(fixture, figures);
        EMPTIED.forEach(
                table -> assertThat(figures.get("rows " + table)).as(table).isZero());
        // but for the marks of a deployment, which last for a hundred years
        assertThat(fixture.number(
                        "select count(*) from auth_throttle where window_until < now() + interval '10 years'"))
                .isZero();
    }
}
