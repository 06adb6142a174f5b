package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Many keep-alive clients mix all endpoints against a server with a heap of 256 MB on PostgreSQL: no answer that the
 * contract does not document, a heap that stays flat after collections, every connection back in the pool.
 */
final class CrowdTest {

    private static final int CLIENTS = Integer.getInteger("lockstile.clients", Proof.FULL ? 500 : 20);
    private static final long SECONDS = Long.getLong("lockstile.seconds", Proof.FULL ? 300 : 0);
    private static final int LOOKS = SECONDS == 0 ? 2 : 7;

    @Test
    void a_crowd_gets_documented_answers_and_leaves_nothing_behind() throws Exception {
        try (ProofDatabase database = ProofDatabase.postgres();
                ProofFixture fixture = new ProofFixture(database);
                NodeProcess server = NodeProcess.start(CrowdServer.class, fixture.file())) {
            int port = Integer.parseInt(server.expect("ready").get(1));
            Map<Integer, Integer> answers = new TreeMap<>();
            List<Map<String, Integer>> looks =
                    SECONDS == 0 ? twoStories(server, port, answers) : manyStories(server, port, answers);
            Proof.note("crowd of " + CLIENTS + " for " + SECONDS + " s: answers " + answers + ", " + looks);
            assertThat(answers).containsKeys(200, 201, 400).doesNotContainKey(500);
            if (SECONDS == 0) {
                assertThat(answers).as("whole stories").containsKeys(204, 401, 403, 404, 405);
            }
            assertThat(looks).allSatisfy(look -> assertThat(look).containsEntry("active", 0));
            assertThat(looks.get(0).get("most")).as("connections").isBetween(CLIENTS / 2, CLIENTS);
            flat(looks.stream().map(look -> look.get("heap")).toList());
        }
    }

    /** Every user lives one story, and then another. */
    private static List<Map<String, Integer>> twoStories(NodeProcess server, int port, Map<Integer, Integer> answers)
            throws Exception {
        Hours hours = new Hours(Long.MAX_VALUE);
        HttpClient client = client();
        List<Map<String, Integer>> looks = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            ended(crowd(() -> lived(new CrowdHttp(client, port, hours), false)), answers);
            server.tell("look");
            looks.add(server.counts());
        }
        return looks;
    }

    /** Every user lives story after story; now and then all stand still for a look. */
    private static List<Map<String, Integer>> manyStories(NodeProcess server, int port, Map<Integer, Integer> answers)
            throws Exception {
        Hours hours = new Hours(System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS));
        HttpClient client = client();
        List<Future<Map<Integer, Integer>>> lives = crowd(() -> lived(new CrowdHttp(client, port, hours), true));
        List<Map<String, Integer>> looks = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SECONDS) / (LOOKS + 1));
            looks.add(hours.closed(() -> {
                server.tell("look");
                return server.counts();
            }));
        }
        ended(lives, answers);
        server.tell("look");
        looks.add(server.counts());
        return looks;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static List<Future<Map<Integer, Integer>>> crowd(Callable<Map<Integer, Integer>> life) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Map<Integer, Integer>>> lives = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            lives.add(threads.submit(life));
        }
        threads.shutdown();
        return lives;
    }

    private static void ended(List<Future<Map<Integer, Integer>>> lives, Map<Integer, Integer> answers)
            throws Exception {
        for (Future<Map<Integer, Integer>> life : lives) {
            life.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
        }
    }

    private static Map<Integer, Integer> lived(CrowdHttp http, boolean again) {
        try {
            do {
                try {
                    new CrowdMember(http).live();
                } catch (CrowdHttp.TryLater documented) {
                    http.answers.merge(0, 1, Integer::sum); // a story that was cut short
                }
            } while (again);
        } catch (Closed over) {
            return http.answers;
        }
        return http.answers;
    }

    /** The last look finds no more than an early one, but for a margin; what is loaded once came before that. */
    private static void flat(List<Integer> kilobytes) {
        int first = kilobytes.get(kilobytes.size() > 2 ? 1 : 0);
        int last = kilobytes.get(kilobytes.size() - 1);
        assertThat((double) last / first)
                .as("heap after collections in KB: %s", kilobytes)
                .isLessThan(1.25);
    }

    /** When requests may be made. */
    static final class Hours {

        private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
        private final long end;

        Hours(long end) {
            this.end = end;
        }

        void enter() {
            gate.readLock().lock();
            if (end != Long.MAX_VALUE && System.nanoTime() > end) {
                gate.readLock().unlock();
                throw new Closed();
            }
        }

        void leave() {
            gate.readLock().unlock();
        }

        /** Does it while no request is under way. */
        <T> T closed(Supplier<T> act) {
            gate.writeLock().lock();
            try {
                return act.get();
            } finally {
                gate.writeLock().unlock();
            }
        }
    }

    /** The time is over. */
    private static final class Closed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Closed() {
            super("closed", null, false, false);
        }
    }
}
