package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts with numbers that the columns give and with UUIDs as keys, two of each kind, on two nodes of a Galera cluster: they race on one code,
 * token and registration; then one of the two nodes is killed under load.
 */
@Timeout(300)
final class GaleraClusterTest {

    private static final List<TestHost> KINDS =
            Proof.FULL ? List.of(TestHost.NUMBERED, TestHost.UUID) : List.of(TestHost.UUID);
    private static final int USED_NODES = 2;
    private static final int ROUNDS = Proof.FULL ? 20 : 2;
    private static final int WORKERS = Proof.FULL ? 4 : 1;
    private static final int VISITS = Proof.FULL ? 100 : 5;

    /** The threads of two hosts that send e-mail, each with one message in hand. */
    private static final int SENDERS = 8;

    @TempDir
    private Path folder;

    private final AuthKeys keys = AuthKeys.generate();
    private final List<GaleraHosts> kinds = new ArrayList<>();
    private final List<Acknowledgements> works = new ArrayList<>();

    @AfterEach
    void stop() {
        works.forEach(Acknowledgements::close);
        kinds.forEach(GaleraHosts::close);
    }

    @Test
    void one_wins_on_two_nodes_and_what_was_acknowledged_survives_one() throws Exception {
        try (GaleraCluster cluster = GaleraCluster.in(folder, this::createTables)) {
            for (TestHost kind : KINDS) {
                GaleraHosts hosts = hosts(kind, cluster);
                kinds.add(hosts);
                works.add(new Acknowledgements(hosts.auths(), hosts.letters));
                race(hosts);
            }
            works.forEach(work -> work.begin(WORKERS));
            await(VISITS, Acknowledgements.VISIT);
            cluster.kill(0);
            long recovery = await(1, "Accepted");
            await(VISITS, Acknowledgements.VISIT);
            for (int i = 0; i < KINDS.size(); i++) {
                hold(kinds.get(i), works.get(i), recovery);
            }
        }
    }

    private static void race(GaleraHosts hosts) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            hosts.race();
        }
        Proof.note("GaleraClusterTest: " + hosts.entities + ", " + ROUNDS + " rounds of 2 x " + GaleraHosts.THREADS
                + " threads: " + hosts.counts);
    }

    private long await(int count, String answer) throws Exception {
        long took = 0;
        for (Acknowledgements work : works) {
            took += work.await(count, answer);
        }
        return took;
    }

    private static void hold(GaleraHosts hosts, Acknowledgements work, long recovery) throws Exception {
        work.finish();
        work.holdAnswers();
        Map<String, Integer> found = work.hold(hosts.auths().get(0));
        int doubles = hosts.letters.doubles();
        assertThat(doubles).as("what was in hand").isLessThanOrEqualTo(SENDERS);
        Proof.note("GaleraClusterTest: " + hosts.entities + ", one of three nodes killed: " + work.answers()
                + ", afterwards " + found + ", a registration of each kind " + recovery + " ms after the kill, "
                + doubles + " messages twice");
    }

    private GaleraHosts hosts(TestHost kind, GaleraCluster cluster) {
        List<Deployment> deployments = new ArrayList<>();
        for (int node = 0; node < USED_NODES; node++) {
            deployments.add(deployment(cluster.address(kind.name(), node)));
        }
        return new GaleraHosts(kind, deployments);
    }

    private void createTables(GaleraCluster cluster) {
        for (TestHost kind : KINDS) {
            try (HikariDataSource pool =
                    deployment(cluster.freshDatabase(kind.name())).pool()) {
                kind.createTables(pool);
            }
        }
    }

    private Deployment deployment(String address) {
        return new Deployment(address, "root", keys, folder.resolve("unused"), false);
    }
}
