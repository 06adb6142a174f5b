package dev.lockstile.proofs;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.proofs.Operation.Call;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The deployment as the test has it: a node in this process beside the others, and a look into the database. */
final class ProofFixture implements AutoCloseable {

    static final String PASSWORD = "plum-harbour-4417";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Path file;
    private final Deployment deployment;
    private final HikariDataSource pool;
    private final EntityManagerFactory emf;
    private final List<NodeProcess> nodes = new ArrayList<>();
    final MessageInbox postbox;
    final Auth auth;

    ProofFixture(ProofDatabase database) {
        this(database.fresh(), database.user());
    }

    ProofFixture(String url, String user) {
        this(url, user, false);
    }

    private ProofFixture(String url, String user, boolean trail) {
        String name = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        this.file = Proof.folder().resolve("deployment-" + name + ".properties");
        this.postbox = new MessageInbox(Proof.folder().resolve("postbox-" + name + ".txt"));
        this.deployment = new Deployment(url, user, AuthKeys.generate(), postbox.file(), trail);
        deployment.save(file);
        this.pool = deployment.pool();
        AuthSchema.builder(pool).build().migrate();
        this.emf = ProofHost.open(pool);
        if (trail) {
            trail().begin();
        }
        this.auth = wire(new Senders(postbox::deliver), Duration.ZERO);
    }

    /** A deployment that writes an audit trail. */
    static ProofFixture withTrail(ProofDatabase database) {
        return new ProofFixture(database.fresh(), database.user(), true);
    }

    JpaAuditTrail trail() {
        return deployment.trail(JpaAuthStore.of(emf));
    }

    /** A node in this process whose clock is ahead. */
    Auth later(Duration ahead) {
        return wire(new Senders(postbox::deliver), ahead);
    }

    Auth wire(Senders senders, Duration ahead) {
        return deployment.wire(JpaAuthStore.of(emf), senders, Clock.offset(Clock.systemUTC(), ahead));
    }

    /** Starts a node in a process of its own. */
    NodeProcess startNode() {
        NodeProcess node = NodeProcess.start(file);
        nodes.add(node);
        return node;
    }

    /** Where another process finds the deployment. */
    Path file() {
        return file;
    }

    Deployment deployment() {
        return deployment;
    }

    HikariDataSource pool() {
        return pool;
    }

    String answer(Operation operation, String... args) {
        return operation.answer(auth, new Call(150, List.of(args)));
    }

    /** Sends all that is due. */
    void deliver() {
        answer(Operation.DISPATCH);
    }

    static String newEmail() {
        return "ana-" + PEOPLE.incrementAndGet() + "@acme.example";
    }

    static String username(String email) {
        return email.substring(0, email.indexOf('@'));
    }

    void registered(String email) {
        expect("Accepted", answer(Operation.REGISTER, email, username(email), PASSWORD));
        deliver();
    }

    /** A person with a proven address; answers the address. */
    String member() {
        String email = newEmail();
        registered(email);
        MessageInbox.Letter letter = postbox.lastTo(email);
        expect("Proven", answer(Operation.CONFIRM, letter.uid(), letter.token(), PASSWORD));
        return email;
    }

    SignIn signIn(String email) {
        Object result = Operation.LOGIN.run(auth, new Call(150, List.of(email, PASSWORD)));
        if (result instanceof Outcome.Done<?> done && done.value() instanceof SignIn in) {
            return in;
        }
        throw new AssertionError("not signed in: " + result);
    }

    /** Asks for a code and reads it from the postbox. */
    String code(String email) {
        expect("Sent", answer(Operation.REQUEST_CODE, email));
        deliver();
        return postbox.lastTo(email).code();
    }

    MessageInbox.Letter resetLink(String email) {
        answer(Operation.REQUEST_RESET, email);
        deliver();
        return postbox.lastTo(email);
    }

    /** The access token of a new session. */
    String token(String email) {
        return signIn(email).tokens().access().reveal();
    }

    String id(String email) {
        return text("select id from auth_user where email = ?", email);
    }

    Admins admins() {
        return new Admins(this);
    }

    static void expect(String wanted, String answer) {
        if (!answer.equals(wanted)) {
            throw new AssertionError("expected " + wanted + ", got " + answer);
        }
    }

    /** A code that is not this one. */
    static String not(String code) {
        int last = code.length() - 1;
        return code.substring(0, last) + (char) ('0' + (code.charAt(last) - '0' + 1) % 10);
    }

    long number(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** The first column of the first row. */
    String text(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row for " + sql);
                }
                return String.valueOf(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows the statement changed. */
    int execute(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long liveSessions(String email) {
        return number(
                "select count(*) from auth_session s join auth_user u on u.id = s.user_id"
                        + " where u.email = ? and s.ended_at is null",
                email);
    }

    long sessions(String email) {
        return number(
                "select count(*) from auth_session s join auth_user u on u.id = s.user_id where u.email = ?", email);
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        emf.close();
        pool.close();
    }
}
