package dev.lockstile.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A server of the installed PostgreSQL, whose {@code pg_dump} is of its version. As root it runs as the user postgres.
 */
public final class InstalledPostgres implements AutoCloseable {

    /** Owns the server, and comes in without a password. */
    public static final String USER = "postgres";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

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
        Path tools = installed();
        Path data =
                Path.of("/tmp", "lockstile-postgres-" + ProcessHandle.current().pid());
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        InstalledPostgres server = new InstalledPostgres(tools, data, port);
        boolean runs = server.call("initdb", "-D", data.toString(), "-A", "trust", "-U", "postgres", "-N")
                && server.call(
                        "pg_ctl",
                        "-w",
                        "-D",
                        data.toString(),
                        "-l",
                        data + "/log",
                        "-o",
                        "-p " + port + " -k " + data + " -c listen_addresses=127.0.0.1",
                        "start");
        SkipReason.SYSTEM.skipUnless(runs, "the installed PostgreSQL does not start");
        return server;
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

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The address of a new, empty database, without a user. */
    public String freshDatabase() {
        String name = "fresh_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return url().replaceFirst("/postgres$", "/" + name);
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
    public void close() throws IOException, InterruptedException {
        call("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        try (Stream<Path> all = Files.walk(data)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
