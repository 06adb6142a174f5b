package dev.lockstile.auth.migrate.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.migrate.support.JpaHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * How fast an import is, as ratios within one run on one machine: against bare multi-row inserts of the same rows, and
 * against the loop of the usual guides. A few people by default, and then no figure is asserted; {@code -Pproof} takes
 * {@code -Dlockstile.people=1000000} and holds the import to its promises.
 */
final class ThroughputTest {

    private static final boolean PROOF = Boolean.getBoolean("lockstile.proof");
    private static final int PEOPLE = Integer.getInteger("lockstile.people", PROOF ? 1_000_000 : 1_000);
    private static final int BIG = Integer.getInteger("lockstile.big", 0);
    private static final int ROUNDS = Integer.getInteger("lockstile.rounds", PROOF ? 3 : 1);
    private static final int WORKERS = Integer.getInteger("lockstile.workers", 2);
    private static final int LOOPED = Math.min(PEOPLE, PROOF ? 3_000 : 100);

    @Test
    void an_import_is_near_bare_inserts_and_far_from_the_loop_of_the_guides() {
        try (DurableServer server = DurableServer.start()) {
            String old = server.fresh("old");
            OldUsers.create(old, PEOPLE);
            List<Double> bare = new ArrayList<>();
            List<Double> loop = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String host = server.fresh("host");
                MeasuredImport.Seen seen = MeasuredImport.run(old, host, WORKERS);
                assertThat(seen.people()).isEqualTo(PEOPLE);
                double inserts = PEOPLE / BareInsert.seconds(host, schema(server.fresh("bare")));
                double looped = OneByOne.rate(old, schema(server.fresh("loop")), LOOPED);
                rates.add(seen.rate());
                bare.add(seen.rate() / inserts);
                loop.add(seen.rate() / looped);
                note(
                        "%,d people: import %.0f/s, bare inserts %.0f/s (%.2f), loop %.0f/s (%.0f times), heap %d MB",
                        PEOPLE,
                        seen.rate(),
                        inserts,
                        seen.rate() / inserts,
                        looped,
                        seen.rate() / looped,
                        seen.heapMb());
            }
            SoftAssertions goals = new SoftAssertions();
            if (PROOF) {
                goals.assertThat(median(bare)).as("over bare inserts").isGreaterThanOrEqualTo(0.6);
                goals.assertThat(median(loop)).as("over the loop").isGreaterThanOrEqualTo(40);
            }
            if (BIG > 0) {
                OldUsers.create(server.fresh("big"), BIG);
                MeasuredImport.Seen big = MeasuredImport.run(server.address("big"), server.fresh("host"), WORKERS);
                note(
                        "%,d people: import %.0f/s, %.2f of the rate of %,d, heap %d MB",
                        BIG, big.rate(), big.rate() / median(rates), PEOPLE, big.heapMb());
                goals.assertThat(big.rate()).as("with more people").isGreaterThanOrEqualTo(0.85 * median(rates));
            }
            goals.assertAll();
        }
    }

    /** The tables of a host, empty. */
    private static String schema(String url) {
        JpaHost.onPostgres(url).close();
        return url;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static void note(String line, Object... values) {
        String text = String.format(Locale.ROOT, line, values);
        System.out.println(text);
        try {
            Files.writeString(
                    Path.of("target", "throughput.txt"),
                    text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
