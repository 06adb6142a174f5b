package dev.lockstile.proofs;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.io.ConnectionStatistics;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The endpoints in a process with a small heap. It answers {@code look} with what it holds after collections. */
final class CrowdServer {

    private static final int COLLECTIONS = 3;
    private static final int LOOKS = 1_000;
    private static final long PAUSE_NANOS = 10_000_000;

    private CrowdServer() {}

    public static void main(String[] args) throws Exception {
        Deployment deployment = Deployment.load(Path.of(args[0]));
        Letters letters = new Letters();
        try (HikariDataSource pool = deployment.pool();
                EntityManagerFactory emf = ProofHost.open(pool);
                Auth auth = deployment.wire(JpaAuthStore.of(emf), new Senders(letters::keep), Clock.systemUTC())) {
            auth.start();
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            ConnectionStatistics connections = new ConnectionStatistics();
            connector.addBean(connections);
            server.addConnector(connector);
            server.setHandler(handler(auth, letters));
            server.start();
            say("ready\t" + connector.getLocalPort());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                say("counts\theap=" + heap() + "\tactive="
                        + active(pool.getHikariPoolMXBean()) + "\tmost="
                        + connections.getConnectionsMax() + "\topened=" + connections.getConnectionsTotal());
            }
            server.stop();
        }
    }

    private static ServletContextHandler handler(Auth auth, Letters letters) {
        ServletContextHandler context = new ServletContextHandler("/");
        HttpSettings settings =
                HttpSettings.defaults().withSnakeCase().withPictures((bytes, type) -> "/media/" + bytes.length);
        context.addServlet(new ServletHolder(new AuthServlet(auth, settings)), "/auth/*");
        context.addServlet(new ServletHolder(letters), "/letters");
        return context;
    }

    /** Connections that are not given back: the dispatcher borrows one now and then, but not for long. */
    private static int active(HikariPoolMXBean pool) {
        int least = pool.getActiveConnections();
        for (int i = 0; i < LOOKS && least > 0; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            least = Math.min(least, pool.getActiveConnections());
        }
        return least;
    }

    /** Kilobytes in use after collections. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }

    private static void say(String words) {
        System.out.println(Node.MARK + words);
        System.out.flush();
    }

    /** Hands a letter out once; an empty answer while there is none. It keeps few, so that it is no leak itself. */
    private static final class Letters extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private static final int KEPT = 2_000;

        private final transient Deque<MessageInbox.Letter> letters = new ArrayDeque<>();

        synchronized void keep(String to, String text) {
            MessageInbox.Letter letter = new MessageInbox.Letter(to, text);
            if (letter.hasSecret()) {
                letters.addLast(letter);
            }
            if (letters.size() > KEPT) {
                letters.removeFirst();
            }
        }

        private synchronized String taken(String to) {
            for (Iterator<MessageInbox.Letter> left = letters.iterator(); left.hasNext(); ) {
                MessageInbox.Letter letter = left.next();
                if (letter.to().equals(to)) {
                    left.remove();
                    return letter.text();
                }
            }
            return "";
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().write(taken(request.getParameter("to")).getBytes(StandardCharsets.UTF_8));
        }
    }
}
