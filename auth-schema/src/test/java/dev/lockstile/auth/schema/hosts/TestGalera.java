package dev.lockstile.auth.schema.hosts;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Galera cluster of one node, where the packages {@code mariadb-server-core} and {@code galera-4} are installed. */
public record TestGalera(Process process, int port) implements AutoCloseable {

    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final int TRIES = 600;

    /** Starts one in that folder; the test is skipped where it cannot be. */
    public static TestGalera in(Path folder) throws IOException, InterruptedException {
        SkipReason.MARIADB.skipUnless(
                Files.exists(PROVIDER) && Files.isExecutable(SERVER), "apt-get install mariadb-server-core galera-4");
        Path data = folder.resolve("data");
        String user = "--user=" + System.getProperty("user.name");
        run(
                folder,
                List.of(
                        "mariadb-install-db",
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--auth-root-authentication-method=normal"));
        int port = freePort();
        Process process = begin(
                folder,
                List.of(
                        SERVER.toString(),
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--port=" + port,
                        "--socket=" + folder.resolve("socket"),
                        "--bind-address=127.0.0.1",
                        "--wsrep-on=ON",
                        "--wsrep-provider=" + PROVIDER,
                        "--wsrep-cluster-address=gcomm://",
                        "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:" + freePort(),
                        "--binlog-format=ROW",
                        "--innodb-autoinc-lock-mode=2"));
        return new TestGalera(process, port);
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        if (begin(folder, command).waitFor() != 0) {
            throw new IOException(command.get(0) + ": " + Files.readString(folder.resolve("log")));
        }
    }

    private static Process begin(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** The address of a new database, once the node takes part in its cluster. */
    public String freshDatabase(String name) throws SQLException {
        String address = "jdbc:mariadb://127.0.0.1:" + port + "/";
        String login = "?user=root&password=";
        for (int i = 1; ; i++) {
            try (Connection connection = DriverManager.getConnection(address + login);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_nopad_bin");
                return address + name + login + "&transactionIsolation=READ-COMMITTED";
            } catch (SQLException e) {
                if (i == TRIES || !process.isAlive()) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
    }
}
