package dev.lockstile.auth.redis;

import dev.lockstile.test.SkipReason;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of {@code redis-server} in a folder. */
record TestRedis(int port, Process process) implements AutoCloseable {

    /** The test is skipped where no server is installed. */
    static TestRedis start(Path folder, String... options) throws IOException {
        requireInstalled();
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "redis-server",
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--repl-diskless-sync-delay",
                "0"));
        command.addAll(List.of(options));
        return started(folder, port, command);
    }

    /** A Sentinel that watches that primary and decides alone, after half a second of silence. */
    static TestRedis sentinel(Path folder, TestRedis primary) throws IOException {
        int port = freePort();
        Path config =
                Files.writeString(folder.resolve("sentinel-" + port + ".conf"), """
                port %d
                bind 127.0.0.1
                sentinel monitor primary 127.0.0.1 %d 1
                sentinel down-after-milliseconds primary 500
                sentinel failover-timeout primary 3000
                """.formatted(port, primary.port()));
        return started(folder, port, List.of("redis-server", config.toString(), "--sentinel"));
    }

    private static TestRedis started(Path folder, int port, List<String> command) throws IOException {
        return new TestRedis(
                port,
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("redis-" + port + ".log").toFile())
                        .start());
    }

    static void requireInstalled() {
        SkipReason.REDIS.skipUnless(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(part -> Files.isExecutable(Path.of(part, "redis-server"))),
                "apt-get install redis-server");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Sends the process a signal: STOP has it hang with its connections open, CONT goes on. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
