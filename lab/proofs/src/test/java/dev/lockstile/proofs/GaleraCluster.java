package dev.lockstile.proofs;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Galera cluster of three nodes, where the packages {@code mariadb-server-core} and {@code galera-4} are installed.
 * The first node is alone while tables are made. The others begin with copies of its folder, each at the place of the
 * cluster where it joins, so that none has to transfer its state to another one.
 */
final class GaleraCluster implements AutoCloseable {

    static final int NODES = 3;

    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final int TRIES = 600;
    private static final String LOGIN = "?user=root&password=";
    private static final String ISOLATION = "&transactionIsolation=READ-COMMITTED";

    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private final List<Integer> groupPorts = new ArrayList<>();

    private GaleraCluster(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts one in that folder; the test is skipped where it cannot be.
     *
     * @param tables makes databases and their tables
     */
    static GaleraCluster in(Path folder, Consumer<GaleraCluster> tables) throws Exception {
        SkipReason.MARIADB.skipUnless(
                Files.exists(PROVIDER) && Files.isExecutable(SERVER), "apt-get install mariadb-server-core galera-4");
        GaleraCluster cluster = new GaleraCluster(folder);
        try {
            cluster.startAlone(tables);
            cluster.join();
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void startAlone(Consumer<GaleraCluster> tables) throws Exception {
        run(List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + data(0),
                "--auth-root-authentication-method=normal",
                "--innodb-log-file-size=16M",
                "--skip-test-db"));
        for (int i = 0; i < NODES; i++) {
            groupPorts.add(freePort());
        }
        members.add(begin(0, "gcomm://"));
        awaitSize(1);
        tables.accept(this);
        Member alone = members.get(0);
        alone.process.destroy();
        alone.process.waitFor(60, TimeUnit.SECONDS);
        members.clear();
    }

    private void join() throws Exception {
        for (int i = 1; i < NODES; i++) {
            copy(data(0), data(i));
        }
        members.add(begin(0, "gcomm://"));
        awaitSize(1);
        String all = groupPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        for (int i = 1; i < NODES; i++) {
            String place = "# GALERA saved state\nversion: 2.1\nuuid: " + status("wsrep_cluster_state_uuid")
                    + "\nseqno: " + status("wsrep_last_committed") + "\nsafe_to_bootstrap: 0\n";
            Files.writeString(data(i).resolve("grastate.dat"), place);
            members.add(begin(i, "gcomm://" + all));
            awaitSize(i + 1);
        }
    }

    private Path data(int node) {
        return folder.resolve("data" + node);
    }

    private Member begin(int number, String group) throws IOException {
        int port = freePort();
        Process process = begin(List.of(
                SERVER.toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + data(number),
                "--port=" + port,
                "--socket=" + folder.resolve("socket" + number),
                "--pid-file=" + folder.resolve("pid" + number),
                "--bind-address=127.0.0.1",
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-cluster-address=" + group,
                "--wsrep-node-address=127.0.0.1",
                "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:" + groupPorts.get(number)
                        + ";ist.recv_addr=127.0.0.1:" + freePort() + ";gcache.size=32M",
                "--wsrep-slave-threads=2",
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M",
                "--max-connections=200"));
        return new Member(process, port);
    }

    /** Waits until all the members see so many and take work. */
    private void awaitSize(int size) throws SQLException {
        for (Member member : members) {
            for (int i = 1; ; i++) {
                if (member.sees(size)) {
                    break;
                }
                if (i == TRIES || !member.process.isAlive()) {
                    throw new SQLException("no cluster of " + size + ", see " + folder.resolve("log"));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private String status(String name) throws SQLException {
        return members.get(0).status(name);
    }

    /** The address of a new, empty database, while the first node is alone. */
    String freshDatabase(String name) {
        String address = members.get(0).address();
        try (Connection connection = DriverManager.getConnection(address + LOGIN);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_nopad_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return address + name + LOGIN + ISOLATION;
    }

    /** The address of a database for a host that uses that node, and the others in turn when it is gone. */
    String address(String database, int node) {
        String nodes = Stream.iterate(node, i -> (i + 1) % NODES)
                .limit(NODES)
                .map(i -> "127.0.0.1:" + members.get(i).port)
                .collect(Collectors.joining(","));
        return "jdbc:mariadb:sequential://" + nodes + "/" + database + LOGIN + ISOLATION
                + "&connectTimeout=2000&socketTimeout=10000";
    }

    /** As {@code kill -9} of a node. */
    void kill(int node) throws InterruptedException {
        Process process = members.get(node).process;
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        if (begin(command).waitFor() != 0) {
            throw new IOException(command.get(0) + ": " + Files.readString(folder.resolve("log")));
        }
    }

    private Process begin(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one)));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (int i = 0; i < members.size(); i++) {
            kill(i);
        }
    }

    private record Member(Process process, int port) {

        String address() {
            return "jdbc:mariadb://127.0.0.1:" + port + "/";
        }

        boolean sees(int size) {
            try {
                return status("wsrep_cluster_size").equals(Integer.toString(size))
                        && status("wsrep_ready").equals("ON")
                        && status("wsrep_local_state_comment").equals("Synced");
            } catch (SQLException e) {
                return false; // not yet
            }
        }

        String status(String name) throws SQLException {
            try (Connection connection = DriverManager.getConnection(address() + LOGIN);
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("show status like '" + name + "'")) {
                return found.next() ? found.getString(2) : "";
            }
        }
    }
}
