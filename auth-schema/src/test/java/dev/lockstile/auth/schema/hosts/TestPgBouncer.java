package dev.lockstile.auth.schema.hosts;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PgBouncer in front of a database of the tests; the test is skipped where there is none. */
public final class TestPgBouncer implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)");

    private final Process process;
    private final String url;

    private TestPgBouncer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one; {@code mode} is {@code transaction} or {@code session}. */
    public static TestPgBouncer before(String database, String mode, Path folder) throws IOException {
        Path program = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        SkipReason.PGBOUNCER.skipUnless(program != null, "apt-get install pgbouncer");
        Matcher address = ADDRESS.matcher(database);
        if (!address.find()) {
            throw new IllegalArgumentException(database);
        }
        int port = freePort();
        Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=%s port=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                auth_type = trust
                auth_file = %s
                pool_mode = %s
                default_pool_size = 4
                max_client_conn = 100
                ignore_startup_parameters = extra_float_digits
                unix_socket_dir =
                """.formatted(address.group(1), address.group(2), port, users, mode));
        Process process = start(String.valueOf(program), settings, folder);
        await(port, process, folder);
        return new TestPgBouncer(
                process,
                "jdbc:postgresql://127.0.0.1:" + port + "/" + address.group(3) + "?user=postgres&prepareThreshold=0");
    }

    /** The address of the database through it. */
    public String url() {
        return url;
    }

    /** The same with the driver's own threshold, from which statements are prepared at the server. */
    public String preparingUrl() {
        return url.replace("&prepareThreshold=0", "");
    }

    /** It refuses to run as root. */
    private static Process start(String program, Path settings, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
            Stream.of(folder, settings, folder.resolve("users.txt"))
                    .forEach(path -> path.toFile().setReadable(true, false));
            folder.toFile().setExecutable(true, false);
        }
        command.addAll(List.of(program, settings.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
    }

    private static void await(int port, Process process, Path folder) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        process.destroy();
        throw new IOException("no PgBouncer: " + Files.readString(folder.resolve("pgbouncer.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
