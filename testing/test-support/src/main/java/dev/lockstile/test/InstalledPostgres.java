package dev.lockstile.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A server of the installed PostgreSQL, whose {@code pg_dump} is of its version, alone or with a standby. As root it
 * runs as the user postgres.
 */
public final class InstalledPostgres implements AutoCloseable {

    /** Owns the server, and comes in without a password. */
    public static final String USER = "postgres";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger SERVERS = new AtomicInteger();
    private static final int LOOKS = 600;

    private final Path tools;
    private final Path data;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private InstalledPostgres(Path tools, Path data, int port) {
        this.tools = tools;
        this.data = data;
        this.port = port;
    }

    public static InstalledPostgres start() throws Exception {
        InstalledPostgres server = fresh(installed());
        boolean runs =
                server.call("initdb", "-D", server.data.toString(), "-A", "trust", "-U", USER, "-N") && server.begin();
        SkipReason.SYSTEM.skipUnless(runs, "the installed PostgreSQL does not start");
        return server;
    }

    private static InstalledPostgres fresh(Path tools) throws IOException {
        Path data = Path.of(
                "/tmp", "lockstile-postgres-" + ProcessHandle.current().pid() + "-" + SERVERS.incrementAndGet());
        try (ServerSocket free = new ServerSocket(0)) {
            return new InstalledPostgres(tools, data, free.getLocalPort());
        }
    }

    private boolean begin() throws IOException, InterruptedException {
        return call(
                "pg_ctl",
                "-w",
                "-D",
                data.toString(),
                "-l",
                data + "/log",
                "-o",
                "-p " + port + " -k " + data + " -c listen_addresses=127.0.0.1",
                "start");
    }

    /** Starts a server that follows this one. From then on a commit here waits until it is on the disk of both. */
    public InstalledPostgres standby() throws Exception {
        InstalledPostgres standby = fresh(tools);
        boolean runs = standby.call(
                        "pg_basebackup",
                        "-D",
                        standby.data.toString(),
                        "-R",
                        "-c",
                        "fast",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        USER)
                && standby.begin();
        if (!runs) {
            standby.close();
            throw new IllegalStateException("the standby does not start");
        }
        execute("alter system set synchronous_standby_names = '*'");
        execute("select pg_reload_conf()");
        for (int i = 0; i < LOOKS; i++) {
            if (isFollowed()) {
                return standby;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        standby.close();
        throw new IllegalStateException("the standby does not follow");
    }

    private boolean isFollowed() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, "");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_stat_replication where sync_state = 'sync'")) {
            return found.next();
        }
    }

    /** Makes a standby the primary. */
    public void promote() throws IOException, InterruptedException {
        if (!call("pg_ctl", "-w", "-D", data.toString(), "promote")) {
            throw new IllegalStateException("the standby does not become the primary");
        }
    }

    /** As {@code kill -9} of the server and of each of its processes. */
    public void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (int i = 0; i < LOOKS && listens(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private boolean listens() {
        try (Socket open = new Socket("127.0.0.1", port)) {
            return open.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path installed() throws IOException {
        Optional<Path> found = Optional.empty();
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> versions = Files.list(INSTALLED)) {
                found = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.exists(bin.resolve("initdb")) && Files.exists(bin.resolve("pg_dump")))
                        .findFirst();
            }
        }
        SkipReason.SYSTEM.skipUnless(found.isPresent(), "no installed PostgreSQL with pg_dump");
        return found.orElseThrow();
    }

    public Path tools() {
        return tools;
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public String url() {
        return "jdbc:postgresql://" + address() + "/postgres";
    }

    /** The address of a new, empty database, without a user. */
    public String freshDatabase() {
        String name = "fresh_" + databases.incrementAndGet();
        execute("create database " + name);
        return url().replaceFirst("/postgres$", "/" + name);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private boolean call(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(tools.resolve(tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            call("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> all = Files.walk(data)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
