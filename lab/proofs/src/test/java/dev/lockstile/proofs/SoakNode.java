package dev.lockstile.proofs;

import com.sun.management.UnixOperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.SendSettings;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.TokenSettings;
import dev.lockstile.auth.upkeep.Retention;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A node of the soak: the endpoints, the threads that send, and a clean-up every few seconds. Whatever ends lives
 * short, so that a table which only grows is seen. Messages go to its output, each with its id.
 */
final class SoakNode {

    /** Of the address a request counts for. */
    static final String CLIENT = "X-Client";

    private static final int REQUEST_THREADS = 24;
    private static final int LOOKS = 1_000;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final RateLimit.Rate AMPLE = new RateLimit.Rate(1_000_000, Duration.ofSeconds(10));

    private final HikariDataSource pool;
    private final Auth auth;
    private final Duration life;

    private SoakNode(HikariDataSource pool, Auth auth, Duration life) {
        this.pool = pool;
        this.auth = auth;
        this.life = life;
    }

    public static void main(String[] args) throws Exception {
        Deployment deployment = Deployment.load(Path.of(args[0]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Duration life = Duration.parse(commands.readLine());
        try (HikariDataSource pool = deployment.pool("soak");
                EntityManagerFactory emf = ProofHost.open(pool);
                Auth auth = wire(deployment, JpaAuthStore.of(emf), life)) {
            new SoakNode(pool, auth, life).serve(commands);
        }
    }

    private static Auth wire(Deployment deployment, JpaAuthStore store, Duration life) {
        return Auth.builder(store)
                .settings(settings(life))
                .secondFactors(SecondFactorSettings.optional())
                .keys(deployment.keys())
                .email(SoakNode::deliver)
                .build();
    }

    private static AuthSettings settings(Duration life) {
        SessionSettings.Limits limits = new SessionSettings.Limits(life, life);
        return AuthSettings.owasp(
                        "Acme",
                        TokenSettings.owasp("https://acme.example", "acme"),
                        new LinkSettings(
                                URI.create(Deployment.ORIGIN + "/confirm"),
                                URI.create(Deployment.ORIGIN + "/reset"),
                                life,
                                life))
                .withSessions(SessionSettings.owasp()
                        .withWeb(limits)
                        .withMobile(limits)
                        .withSessionCheck(Duration.ZERO))
                .withCodes(new CodeSettings(6, 6, life, life, 5, Duration.ofSeconds(1), 5))
                .withThrottles(throttles())
                .withPasswords(PasswordSettings.owasp()
                        .withLength(8, 128)
                        .withCost(Argon2Cost.cheapForTests())
                        .withPermits(2, Duration.ofSeconds(60)));
    }

    /** All of them count, refuse nothing at this load, and end within seconds. */
    private static ThrottleSettings throttles() {
        ThrottleSettings throttles = ThrottleSettings.owasp()
                .withSends(new SendSettings(Duration.ofSeconds(1), null))
                .withFailures(new FailureSettings(
                        5, 20, 100, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10)));
        for (RateLimit limit : RateLimit.values()) {
            throttles = throttles.with(limit, AMPLE);
        }
        return throttles;
    }

    /** What is dead goes at once; what tells of messages after the same time. */
    static Retention retention(Duration life) {
        Map<RetentionCategory, Duration> ages = new EnumMap<>(RetentionCategory.class);
        for (RetentionCategory what : RetentionCategory.values()) {
            ages.put(what, Duration.ZERO);
        }
        ages.put(RetentionCategory.MESSAGES, life);
        ages.put(RetentionCategory.SMS_LOG, life);
        ages.put(RetentionCategory.EMAIL_LOG, life);
        return new Retention(ages);
    }

    private void serve(BufferedReader commands) throws Exception {
        auth.start();
        ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor();
        long seconds = Math.max(1, Math.min(5, life.toSeconds() / 4));
        upkeep.scheduleWithFixedDelay(this::cleanUp, seconds, seconds, TimeUnit.SECONDS);
        Server server = new Server(new QueuedThreadPool(REQUEST_THREADS, REQUEST_THREADS));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        HttpSettings http =
                HttpSettings.defaults().withSnakeCase().withClientAddress(request -> request.getHeader(CLIENT));
        context.addServlet(new ServletHolder(new AuthServlet(auth, http)), "/auth/*");
        server.setHandler(context);
        server.start();
        say("ready\t" + connector.getLocalPort());
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            say(look(line.equals("collect")));
        }
        upkeep.shutdownNow();
        server.stop();
    }

    private void cleanUp() {
        try {
            auth.upkeep().cleanUp(retention(life));
        } catch (RuntimeException e) {
            say("failed\tclean-up: " + e);
        }
    }

    /** Heap is told after a collection only. */
    private String look(boolean collect) {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "look" + (collect ? "\theap=" + heap() : "")
                + "\tthreads=" + ManagementFactory.getThreadMXBean().getThreadCount()
                + "\tfiles=" + system.getOpenFileDescriptorCount()
                + "\tconnections=" + pool.getHikariPoolMXBean().getTotalConnections()
                + "\tkept=" + kept();
    }

    /** Connections that do not come back: the least in use at any moment of a while. */
    private int kept() {
        int least = pool.getHikariPoolMXBean().getActiveConnections();
        for (int i = 0; i < LOOKS && least > 0; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            least = Math.min(least, pool.getHikariPoolMXBean().getActiveConnections());
        }
        return least;
    }

    /** Kilobytes in use after collections. */
    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }

    private static void deliver(EmailMessage message) {
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        say("letter\t" + message.id() + "\t" + message.to() + "\t"
                + Base64.getEncoder().encodeToString(text));
    }

    /** In one piece, since several threads say something. */
    private static synchronized void say(String words) {
        try {
            System.out.write((Node.MARK + words + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
